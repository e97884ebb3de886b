#include "Decoder.h"

#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  png_structp png;
  png_infop info;
  ImageCodecsBuffer *buffer;
  size_t capacity;
  char *message;
  jmp_buf escape;
} PNGEncoder;

static void report_error(png_structp png, png_const_charp text) {
  PNGEncoder *encoder = png_get_error_ptr(png);
  image_codecs_set_message(encoder->message, text);
  longjmp(encoder->escape, 1);
}

static void ignore_warning(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static void append_bytes(png_structp png, png_bytep source, size_t count) {
  PNGEncoder *encoder = png_get_io_ptr(png);
  ImageCodecsBuffer *buffer = encoder->buffer;
  if (count > encoder->capacity - buffer->count) {
    size_t capacity = 2 * encoder->capacity + count;
    uint8_t *bytes = realloc(buffer->bytes, capacity);
    if (bytes == NULL) { png_error(png, "no memory for the encoded bytes"); }
    buffer->bytes = bytes;
    encoder->capacity = capacity;
  }
  memcpy(buffer->bytes + buffer->count, source, count);
  buffer->count += count;
}

static void flush_nothing(png_structp png) {
  (void)png;
}

static int type_of(ImageCodecsColour colour) {
  switch (colour) {
  case ImageCodecsColourPalette: return PNG_COLOR_TYPE_PALETTE;
  case ImageCodecsColourRGB: return PNG_COLOR_TYPE_RGB;
  default: return PNG_COLOR_TYPE_GRAY;
  }
}

static void write_picture(
    PNGEncoder *encoder, const uint8_t *samples, uint32_t width, uint32_t height,
    ImageCodecsColour colour, uint32_t bitDepth, const uint8_t *palette, uint32_t paletteCount) {
  png_structp png = encoder->png;
  png_set_write_fn(png, encoder, append_bytes, flush_nothing);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_IHDR(
      png, encoder->info, width, height, (int)bitDepth, type_of(colour), PNG_INTERLACE_NONE,
      PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (colour == ImageCodecsColourPalette) {
    png_color entries[PNG_MAX_PALETTE_LENGTH];
    for (uint32_t index = 0; index < paletteCount; index += 1) {
      const uint8_t *entry = palette + 3 * index;
      entries[index] = (png_color){entry[0], entry[1], entry[2]};
    }
    png_set_PLTE(png, encoder->info, entries, (int)paletteCount);
  }
  // Differences between neighbours help photographs and spoil the long runs of label maps.
  if (colour != ImageCodecsColourRGB) {
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  }
  png_write_info(png, encoder->info);
  size_t bytesPerRow = (size_t)width * (colour == ImageCodecsColourRGB ? 3 : 1) * (bitDepth / 8);
  for (uint32_t row = 0; row < height; row += 1) {
    png_write_row(png, samples + row * bytesPerRow);
  }
  png_write_end(png, encoder->info);
}

ImageCodecsStatus image_codecs_encode_png(
    const uint8_t *samples, uint32_t width, uint32_t height, ImageCodecsColour colour,
    uint32_t bitDepth, const uint8_t *palette, uint32_t paletteCount, ImageCodecsBuffer *buffer,
    char *message) {
  *buffer = (ImageCodecsBuffer){NULL, 0};
  if (paletteCount > PNG_MAX_PALETTE_LENGTH) {
    image_codecs_set_message(message, "a PNG palette has at most 256 colours");
    return ImageCodecsStatusUnsupported;
  }
  PNGEncoder *encoder = calloc(1, sizeof *encoder);
  if (encoder == NULL) {
    image_codecs_set_message(message, "no memory for an encoder");
    return ImageCodecsStatusOutOfMemory;
  }
  encoder->buffer = buffer;
  encoder->message = message;
  volatile ImageCodecsStatus status = ImageCodecsStatusOutOfMemory;
  if (setjmp(encoder->escape) == 0) {
    encoder->png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, encoder, report_error, ignore_warning);
    encoder->info = encoder->png == NULL ? NULL : png_create_info_struct(encoder->png);
    if (encoder->info == NULL) {
      image_codecs_set_message(message, "libpng has no memory for its state");
    } else {
      write_picture(encoder, samples, width, height, colour, bitDepth, palette, paletteCount);
      status = ImageCodecsStatusDone;
    }
  }
  png_destroy_write_struct(&encoder->png, &encoder->info);
  free(encoder);
  if (status != ImageCodecsStatusDone) { image_codecs_release(buffer); }
  return status;
}
