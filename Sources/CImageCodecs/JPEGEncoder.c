#include "Decoder.h"

#include <stdio.h>

#include <jpeglib.h>

#include <setjmp.h>
#include <stdlib.h>

typedef struct {
  struct jpeg_compress_struct jpeg;
  struct jpeg_error_mgr errors;
  unsigned char *bytes;
  unsigned long count;
  char *message;
  jmp_buf escape;
} JPEGEncoder;

static void report_error(j_common_ptr jpeg) {
  JPEGEncoder *encoder = jpeg->client_data;
  char text[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, text);
  image_codecs_set_message(encoder->message, text);
  longjmp(encoder->escape, 1);
}

static void print_nothing(j_common_ptr jpeg) {
  (void)jpeg;
}

static void write_picture(
    JPEGEncoder *encoder, const uint8_t *samples, uint32_t width, uint32_t height, int quality,
    int horizontal, int vertical) {
  struct jpeg_compress_struct *jpeg = &encoder->jpeg;
  jpeg->err = jpeg_std_error(&encoder->errors);
  encoder->errors.error_exit = report_error;
  encoder->errors.output_message = print_nothing;
  jpeg->client_data = encoder;
  jpeg_create_compress(jpeg);
  jpeg_mem_dest(jpeg, &encoder->bytes, &encoder->count);
  jpeg->image_width = width;
  jpeg->image_height = height;
  jpeg->input_components = 3;
  jpeg->in_color_space = JCS_RGB;
  jpeg_set_defaults(jpeg);
  jpeg_set_quality(jpeg, quality, TRUE);
  jpeg->comp_info[0].h_samp_factor = horizontal;
  jpeg->comp_info[0].v_samp_factor = vertical;
  jpeg_start_compress(jpeg, TRUE);
  while (jpeg->next_scanline < jpeg->image_height) {
    // libjpeg does not write to its input; its interface is older than const.
    JSAMPROW row = (JSAMPROW)(samples + (size_t)jpeg->next_scanline * width * 3);
    jpeg_write_scanlines(jpeg, &row, 1);
  }
  jpeg_finish_compress(jpeg);
}

ImageCodecsStatus image_codecs_encode_jpeg(
    const uint8_t *samples, uint32_t width, uint32_t height, int quality, int horizontal,
    int vertical, ImageCodecsBuffer *buffer, char *message) {
  *buffer = (ImageCodecsBuffer){NULL, 0};
  if (width > JPEG_MAX_DIMENSION || height > JPEG_MAX_DIMENSION) {
    image_codecs_set_message(message, "a JPEG has at most 65500 pixels a side");
    return ImageCodecsStatusUnsupported;
  }
  JPEGEncoder *encoder = calloc(1, sizeof *encoder);
  if (encoder == NULL) {
    image_codecs_set_message(message, "no memory for an encoder");
    return ImageCodecsStatusOutOfMemory;
  }
  encoder->message = message;
  volatile ImageCodecsStatus status = ImageCodecsStatusOutOfMemory;
  if (setjmp(encoder->escape) == 0) {
    write_picture(encoder, samples, width, height, quality, horizontal, vertical);
    status = ImageCodecsStatusDone;
  }
  jpeg_destroy_compress(&encoder->jpeg);
  // libjpeg sets the address when it has finished. After an error it may be one freed long ago.
  if (status == ImageCodecsStatusDone) {
    *buffer = (ImageCodecsBuffer){encoder->bytes, encoder->count};
  }
  free(encoder);
  return status;
}
