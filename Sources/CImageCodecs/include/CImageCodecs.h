#ifndef CIMAGECODECS_H
#define CIMAGECODECS_H

#include <stddef.h>
#include <stdint.h>

// PNG and JPEG through libpng and libjpeg-turbo. Both libraries report errors by long jumps and by
// printing; neither leaves this target. Samples are handed out as the file stores them: no gamma,
// no colour management, no expansion of gray or palette; transparency beside the samples is
// dropped.

/// The size of every message buffer, with its closing zero.
#define IMAGE_CODECS_MESSAGE_CAPACITY 256

/// How a call ended. Whatever is not done has put a reason into the message buffer.
typedef enum __attribute__((enum_extensibility(closed))) {
  ImageCodecsStatusDone,
  /// The bytes end before the picture does.
  ImageCodecsStatusTruncated,
  /// The bytes break the format's rules or their own check sums.
  ImageCodecsStatusCorrupt,
  /// The picture declares more pixels than the caller allows; the description holds its size.
  ImageCodecsStatusTooManyPixels,
  /// A legal file of a kind that the library cannot decode.
  ImageCodecsStatusUnsupported,
  ImageCodecsStatusOutOfMemory,
} ImageCodecsStatus;

/// What the samples of a pixel mean, in their order.
typedef enum __attribute__((enum_extensibility(closed))) {
  ImageCodecsColourGray,
  ImageCodecsColourGrayAlpha,
  /// One index into the palette.
  ImageCodecsColourPalette,
  ImageCodecsColourRGB,
  ImageCodecsColourRGBA,
  /// As stored: by Adobe's convention 255 is no ink.
  ImageCodecsColourCMYK,
} ImageCodecsColour;

/// A picture's shape, known before any sample is decoded.
typedef struct {
  uint32_t width;
  uint32_t height;
  ImageCodecsColour colour;
  /// Bits of a sample in the file: 1, 2, 4, 8 or 16.
  uint32_t bitDepth;
  /// Bytes of a decoded row. Samples of up to 8 bits take a byte each, 16-bit samples two, the most
  /// significant first.
  size_t bytesPerRow;
  /// Entries of the palette, 0 without one.
  uint32_t paletteCount;
} ImageCodecsDescription;

/// A picture that is being decoded.
typedef struct ImageCodecsDecoder ImageCodecsDecoder;

/// Reads the head of a PNG or JPEG file that lies in memory and stays there until the decoder is
/// closed.
///
/// On success `*decoder` must be closed; otherwise it is null.
ImageCodecsStatus image_codecs_open_png(
    const uint8_t *bytes, size_t count, uint64_t pixelLimit, ImageCodecsDescription *description,
    ImageCodecsDecoder **decoder, char *message);
ImageCodecsStatus image_codecs_open_jpeg(
    const uint8_t *bytes, size_t count, uint64_t pixelLimit, ImageCodecsDescription *description,
    ImageCodecsDecoder **decoder, char *message);

/// Copies the palette, `paletteCount` entries of red, green, blue.
void image_codecs_copy_palette(ImageCodecsDecoder *decoder, uint8_t *colours);

/// Decodes all rows into `samples`, which holds `height * bytesPerRow` bytes, and reads the file to
/// its end. May be called once.
ImageCodecsStatus image_codecs_read(ImageCodecsDecoder *decoder, uint8_t *samples, char *message);

void image_codecs_close(ImageCodecsDecoder *decoder);

/// Encoded bytes; `bytes` belongs to the caller and goes back through `image_codecs_release`.
typedef struct {
  uint8_t *bytes;
  size_t count;
} ImageCodecsBuffer;

void image_codecs_release(ImageCodecsBuffer *buffer);

/// Encodes gray (8 or 16 bit, the most significant byte first), palette (8 bit) or RGB (8 bit)
/// samples.
///
/// `palette` holds `paletteCount` entries of red, green, blue, and is null unless `colour` is
/// palette.
ImageCodecsStatus image_codecs_encode_png(
    const uint8_t *samples, uint32_t width, uint32_t height, ImageCodecsColour colour,
    uint32_t bitDepth, const uint8_t *palette, uint32_t paletteCount, ImageCodecsBuffer *buffer,
    char *message);

/// Encodes 8-bit RGB samples as a baseline JPEG.
///
/// `quality` is 1…100; chroma has one sample for each `horizontal` × `vertical` pixels.
ImageCodecsStatus image_codecs_encode_jpeg(
    const uint8_t *samples, uint32_t width, uint32_t height, int quality, int horizontal,
    int vertical, ImageCodecsBuffer *buffer, char *message);

#endif
