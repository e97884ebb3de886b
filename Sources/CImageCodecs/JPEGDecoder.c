#include "Decoder.h"

#include <stdio.h>

#include <jpeglib.h>

#include <jerror.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

/// More scans than any encoder writes; a small file of many scans would keep the decoder busy for
/// hours.
#define SCAN_LIMIT 500

typedef struct {
  ImageCodecsDecoder base;
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  ImageCodecsStatus failure;
  /// The buffer of the call in progress.
  char *message;
  jmp_buf escape;
  size_t bytesPerRow;
} JPEGDecoder;

static ImageCodecsStatus status_of(int code) {
  switch (code) {
  case JWRN_JPEG_EOF:
  case JERR_INPUT_EOF:
  case JERR_INPUT_EMPTY: return ImageCodecsStatusTruncated;
  case JERR_OUT_OF_MEMORY: return ImageCodecsStatusOutOfMemory;
  case JERR_ARITH_NOTIMPL:
  case JERR_BAD_PRECISION:
  case JERR_CONVERSION_NOTIMPL:
  case JERR_FRACT_SAMPLE_NOTIMPL:
  case JERR_NOTIMPL:
  case JERR_NOT_COMPILED:
  case JERR_SOF_UNSUPPORTED: return ImageCodecsStatusUnsupported;
  default: return ImageCodecsStatusCorrupt;
  }
}

static void fail(JPEGDecoder *decoder, ImageCodecsStatus failure, const char *text) {
  decoder->failure = failure;
  image_codecs_set_message(decoder->message, text);
  longjmp(decoder->escape, 1);
}

static void report_error(j_common_ptr jpeg) {
  char text[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, text);
  fail(jpeg->client_data, status_of(jpeg->err->msg_code), text);
}

/// Turns those warnings into errors after which pixels would be invented; the others lose nothing.
static void judge_message(j_common_ptr jpeg, int level) {
  if (level >= 0) { return; }
  switch (jpeg->err->msg_code) {
  case JWRN_JPEG_EOF:
  case JWRN_HIT_MARKER:
  case JWRN_HUFF_BAD_CODE:
  case JWRN_ARITH_BAD_CODE:
  case JWRN_MUST_RESYNC: report_error(jpeg);
  }
}

static void print_nothing(j_common_ptr jpeg) {
  (void)jpeg;
}

static void count_scans(j_common_ptr jpeg) {
  JPEGDecoder *decoder = jpeg->client_data;
  if (decoder->jpeg.input_scan_number > SCAN_LIMIT) {
    fail(decoder, ImageCodecsStatusCorrupt, "more scans than a picture can use");
  }
}

static void close_jpeg(ImageCodecsDecoder *base) {
  JPEGDecoder *decoder = (JPEGDecoder *)base;
  jpeg_destroy_decompress(&decoder->jpeg);
  free(decoder);
}

static void copy_no_palette(ImageCodecsDecoder *base, uint8_t *colours) {
  (void)base;
  (void)colours;
}

static ImageCodecsStatus read_jpeg(ImageCodecsDecoder *base, uint8_t *samples, char *message) {
  JPEGDecoder *decoder = (JPEGDecoder *)base;
  decoder->message = message;
  if (setjmp(decoder->escape) != 0) { return decoder->failure; }
  jpeg_start_decompress(&decoder->jpeg);
  while (decoder->jpeg.output_scanline < decoder->jpeg.output_height) {
    JSAMPROW row = samples + decoder->jpeg.output_scanline * decoder->bytesPerRow;
    jpeg_read_scanlines(&decoder->jpeg, &row, 1);
  }
  jpeg_finish_decompress(&decoder->jpeg);
  return ImageCodecsStatusDone;
}

/// Reads everything before the first scan. Jumps to the decoder's escape on an error.
static void read_head(
    JPEGDecoder *decoder, const uint8_t *bytes, size_t count, uint64_t pixelLimit,
    ImageCodecsDescription *description) {
  struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
  jpeg->err = jpeg_std_error(&decoder->errors);
  decoder->errors.error_exit = report_error;
  decoder->errors.emit_message = judge_message;
  decoder->errors.output_message = print_nothing;
  jpeg->client_data = decoder;
  jpeg_create_decompress(jpeg);
  decoder->progress.progress_monitor = count_scans;
  jpeg->progress = &decoder->progress;
  jpeg_mem_src(jpeg, bytes, count);
  jpeg_read_header(jpeg, TRUE);

  description->width = jpeg->image_width;
  description->height = jpeg->image_height;
  description->bitDepth = 8;
  if ((uint64_t)jpeg->image_width * jpeg->image_height > pixelLimit) {
    fail(decoder, ImageCodecsStatusTooManyPixels, "too many pixels");
  }
  // Every block of 8 × 8 samples takes a bit or more unless it is coded arithmetically, so a short
  // file that declares a large picture is found out before anything of that size is allocated.
  uint64_t blocks = 0;
  for (int index = 0; index < jpeg->num_components; index += 1) {
    const jpeg_component_info *component = &jpeg->comp_info[index];
    blocks += (uint64_t)component->width_in_blocks * component->height_in_blocks;
  }
  if (!jpeg->arith_code && blocks / 8 > count) {
    fail(decoder, ImageCodecsStatusTruncated, "the file is too short for the size it declares");
  }
  switch (jpeg->num_components) {
  case 1:
    description->colour = ImageCodecsColourGray;
    jpeg->out_color_space = JCS_GRAYSCALE;
    break;
  case 3:
    description->colour = ImageCodecsColourRGB;
    jpeg->out_color_space = JCS_RGB;
    break;
  case 4:
    description->colour = ImageCodecsColourCMYK;
    jpeg->out_color_space = JCS_CMYK;
    break;
  default: fail(decoder, ImageCodecsStatusUnsupported, "a JPEG has 1, 3 or 4 components");
  }
  description->bytesPerRow = (size_t)jpeg->image_width * (size_t)jpeg->num_components;
  decoder->bytesPerRow = description->bytesPerRow;
}

ImageCodecsStatus image_codecs_open_jpeg(
    const uint8_t *bytes, size_t count, uint64_t pixelLimit, ImageCodecsDescription *description,
    ImageCodecsDecoder **result, char *message) {
  *result = NULL;
  memset(description, 0, sizeof *description);
  JPEGDecoder *decoder = calloc(1, sizeof *decoder);
  if (decoder == NULL) {
    image_codecs_set_message(message, "no memory for a decoder");
    return ImageCodecsStatusOutOfMemory;
  }
  decoder->base = (ImageCodecsDecoder){copy_no_palette, read_jpeg, close_jpeg};
  decoder->message = message;
  if (setjmp(decoder->escape) != 0) {
    ImageCodecsStatus failure = decoder->failure;
    close_jpeg(&decoder->base);
    return failure;
  }
  read_head(decoder, bytes, count, pixelLimit, description);
  *result = &decoder->base;
  return ImageCodecsStatusDone;
}
