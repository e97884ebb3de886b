#include "Decoder.h"

#include <stdio.h>
#include <stdlib.h>

void image_codecs_set_message(char *message, const char *text) {
  snprintf(message, IMAGE_CODECS_MESSAGE_CAPACITY, "%s", text);
}

void image_codecs_copy_palette(ImageCodecsDecoder *decoder, uint8_t *colours) {
  decoder->copyPalette(decoder, colours);
}

ImageCodecsStatus image_codecs_read(ImageCodecsDecoder *decoder, uint8_t *samples, char *message) {
  return decoder->read(decoder, samples, message);
}

void image_codecs_close(ImageCodecsDecoder *decoder) {
  decoder->close(decoder);
}

void image_codecs_release(ImageCodecsBuffer *buffer) {
  free(buffer->bytes);
  buffer->bytes = NULL;
  buffer->count = 0;
}
