#ifndef DECODER_H
#define DECODER_H

#include "CImageCodecs.h"

/// What every decoder starts with: its codec's own functions.
struct ImageCodecsDecoder {
  void (*copyPalette)(ImageCodecsDecoder *decoder, uint8_t *colours);
  ImageCodecsStatus (*read)(ImageCodecsDecoder *decoder, uint8_t *samples, char *message);
  void (*close)(ImageCodecsDecoder *decoder);
};

/// Copies `text` into a message buffer and cuts it where the buffer ends.
void image_codecs_set_message(char *message, const char *text);

#endif
