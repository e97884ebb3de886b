"""Writes a CLIP checkpoint with seeded random weights, so that speed can be measured without real ones.

    python random_checkpoint.py --output /tmp/ViT-B-16.safetensors

The shapes and names are those of OpenAI's ViT-B/16; the numbers mean nothing as vision.
Needs: pip install torch==2.13.0+cpu numpy safetensors
"""

import argparse

import torch
from safetensors.torch import save_file


def block(prefix, width, generator):
    """The tensors of one residual attention block."""

    def normal(*shape, scale):
        return torch.randn(*shape, generator=generator) * scale

    yield f"{prefix}.attn.in_proj_weight", normal(3 * width, width, scale=1.5 * width**-0.5)
    yield f"{prefix}.attn.in_proj_bias", normal(3 * width, scale=0.1)
    yield f"{prefix}.attn.out_proj.weight", normal(width, width, scale=0.5 * width**-0.5)
    yield f"{prefix}.attn.out_proj.bias", normal(width, scale=0.02)
    for name in ("ln_1", "ln_2"):
        yield f"{prefix}.{name}.weight", 1 + normal(width, scale=0.1)
        yield f"{prefix}.{name}.bias", normal(width, scale=0.1)
    yield f"{prefix}.mlp.c_fc.weight", normal(4 * width, width, scale=width**-0.5)
    yield f"{prefix}.mlp.c_fc.bias", normal(4 * width, scale=0.1)
    yield f"{prefix}.mlp.c_proj.weight", normal(width, 4 * width, scale=0.3 * width**-0.5)
    yield f"{prefix}.mlp.c_proj.bias", normal(width, scale=0.02)


def tensors(seed, embedding=512, image=224, patch=16, vision=768, text=512, blocks=12,
            vocabulary=49408, context=77):
    """Every tensor of the model, by OpenAI's names."""
    generator = torch.Generator().manual_seed(seed)

    def normal(*shape, scale):
        return torch.randn(*shape, generator=generator) * scale

    tokens = (image // patch) ** 2 + 1
    yield "visual.conv1.weight", normal(vision, 3, patch, patch, scale=(3 * patch**2) ** -0.5)
    yield "visual.class_embedding", normal(vision, scale=0.5)
    yield "visual.positional_embedding", normal(tokens, vision, scale=0.5)
    for name in ("ln_pre", "ln_post"):
        yield f"visual.{name}.weight", 1 + normal(vision, scale=0.1)
        yield f"visual.{name}.bias", normal(vision, scale=0.1)
    yield "visual.proj", normal(vision, embedding, scale=vision**-0.5)
    for index in range(blocks):
        yield from block(f"visual.transformer.resblocks.{index}", vision, generator)
    yield "token_embedding.weight", normal(vocabulary, text, scale=0.5)
    yield "positional_embedding", normal(context, text, scale=0.1)
    for index in range(blocks):
        yield from block(f"transformer.resblocks.{index}", text, generator)
    yield "ln_final.weight", 1 + normal(text, scale=0.1)
    yield "ln_final.bias", normal(text, scale=0.1)
    yield "text_projection", normal(text, embedding, scale=text**-0.5)
    yield "logit_scale", torch.tensor(4.6052)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", required=True)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    save_file({name: tensor.half().contiguous() for name, tensor in tensors(arguments.seed)},
              arguments.output)
