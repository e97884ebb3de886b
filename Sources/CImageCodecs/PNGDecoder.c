#include "Decoder.h"

#include <png.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  ImageCodecsDecoder base;
  png_structp png;
  png_infop info;
  const uint8_t *next;
  size_t remaining;
  ImageCodecsStatus failure;
  /// The buffer of the call in progress.
  char *message;
  jmp_buf escape;
  size_t bytesPerRow;
  uint32_t height;
} PNGDecoder;

static void report_error(png_structp png, png_const_charp text) {
  PNGDecoder *decoder = png_get_error_ptr(png);
  image_codecs_set_message(decoder->message, text);
  longjmp(decoder->escape, 1);
}

/// libpng's warnings concern chunks that no sample depends on.
static void ignore_warning(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

static void take_bytes(png_structp png, png_bytep destination, size_t count) {
  PNGDecoder *decoder = png_get_io_ptr(png);
  if (count > decoder->remaining) {
    decoder->failure = ImageCodecsStatusTruncated;
    png_error(png, "the file ends inside a chunk");
  }
  memcpy(destination, decoder->next, count);
  decoder->next += count;
  decoder->remaining -= count;
}

static void close_png(ImageCodecsDecoder *base) {
  PNGDecoder *decoder = (PNGDecoder *)base;
  png_destroy_read_struct(&decoder->png, &decoder->info, NULL);
  free(decoder);
}

static void copy_palette(ImageCodecsDecoder *base, uint8_t *colours) {
  PNGDecoder *decoder = (PNGDecoder *)base;
  png_colorp palette = NULL;
  int count = 0;
  png_get_PLTE(decoder->png, decoder->info, &palette, &count);
  for (int index = 0; index < count; index += 1) {
    colours[3 * index] = palette[index].red;
    colours[3 * index + 1] = palette[index].green;
    colours[3 * index + 2] = palette[index].blue;
  }
}

static ImageCodecsStatus read_png(ImageCodecsDecoder *base, uint8_t *samples, char *message) {
  PNGDecoder *decoder = (PNGDecoder *)base;
  decoder->message = message;
  if (setjmp(decoder->escape) != 0) { return decoder->failure; }
  int passes = png_set_interlace_handling(decoder->png);
  png_read_update_info(decoder->png, decoder->info);
  for (int pass = 0; pass < passes; pass += 1) {
    for (uint32_t row = 0; row < decoder->height; row += 1) {
      png_read_row(decoder->png, samples + row * decoder->bytesPerRow, NULL);
    }
  }
  // Reads on to the end mark, so that a file cut behind its last row is found out as well.
  png_read_end(decoder->png, NULL);
  return ImageCodecsStatusDone;
}

static ImageCodecsColour colour_of(int type) {
  switch (type) {
  case PNG_COLOR_TYPE_GRAY_ALPHA: return ImageCodecsColourGrayAlpha;
  case PNG_COLOR_TYPE_PALETTE: return ImageCodecsColourPalette;
  case PNG_COLOR_TYPE_RGB: return ImageCodecsColourRGB;
  case PNG_COLOR_TYPE_RGB_ALPHA: return ImageCodecsColourRGBA;
  default: return ImageCodecsColourGray;
  }
}

/// Reads everything before the first row. Jumps to the decoder's escape on an error.
static void read_head(
    PNGDecoder *decoder, size_t count, uint64_t pixelLimit, ImageCodecsDescription *description) {
  decoder->png =
      png_create_read_struct(PNG_LIBPNG_VER_STRING, decoder, report_error, ignore_warning);
  decoder->info = decoder->png == NULL ? NULL : png_create_info_struct(decoder->png);
  if (decoder->info == NULL) {
    decoder->failure = ImageCodecsStatusOutOfMemory;
    image_codecs_set_message(decoder->message, "libpng has no memory for its state");
    longjmp(decoder->escape, 1);
  }
  png_structp png = decoder->png;
  png_set_read_fn(png, decoder, take_bytes);
  // The pixel limit below is the only one; libpng's own stops at a million columns.
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  // Colour profiles, gamma and texts are skipped unread: no sample depends on them.
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_read_info(png, decoder->info);

  description->width = png_get_image_width(png, decoder->info);
  description->height = png_get_image_height(png, decoder->info);
  description->bitDepth = png_get_bit_depth(png, decoder->info);
  description->colour = colour_of(png_get_color_type(png, decoder->info));
  if ((uint64_t)description->width * description->height > pixelLimit) {
    decoder->failure = ImageCodecsStatusTooManyPixels;
    png_error(png, "too many pixels");
  }
  // Deflate shrinks at most 1032-fold, so a short file that declares a large picture is found out
  // before anything of that size is allocated.
  uint64_t packedBytes = (uint64_t)png_get_rowbytes(png, decoder->info) * description->height;
  if (packedBytes / 1032 > count) {
    decoder->failure = ImageCodecsStatusTruncated;
    png_error(png, "the file is too short for the size it declares");
  }
  png_colorp palette = NULL;
  int paletteCount = 0;
  png_get_PLTE(png, decoder->info, &palette, &paletteCount);
  description->paletteCount =
      description->colour == ImageCodecsColourPalette ? (uint32_t)paletteCount : 0;

  png_set_packing(png);
  size_t bytesPerSample = description->bitDepth == 16 ? 2 : 1;
  description->bytesPerRow =
      description->width * bytesPerSample * png_get_channels(png, decoder->info);
  decoder->bytesPerRow = description->bytesPerRow;
  decoder->height = description->height;
}

ImageCodecsStatus image_codecs_open_png(
    const uint8_t *bytes, size_t count, uint64_t pixelLimit, ImageCodecsDescription *description,
    ImageCodecsDecoder **result, char *message) {
  *result = NULL;
  memset(description, 0, sizeof *description);
  PNGDecoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) {
    image_codecs_set_message(message, "no memory for a decoder");
    return ImageCodecsStatusOutOfMemory;
  }
  decoder->base = (ImageCodecsDecoder){copy_palette, read_png, close_png};
  decoder->next = bytes;
  decoder->remaining = count;
  decoder->failure = ImageCodecsStatusCorrupt;
  decoder->message = message;
  if (setjmp(decoder->escape) != 0) {
    ImageCodecsStatus failure = decoder->failure;
    close_png(&decoder->base);
    return failure;
  }
  read_head(decoder, count, pixelLimit, description);
  *result = &decoder->base;
  return ImageCodecsStatusDone;
}
