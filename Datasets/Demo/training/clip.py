"""CLIP with a vision transformer, as published by OpenAI, module and parameter names included.

Radford et al., "Learning Transferable Visual Models From Natural Language Supervision", 2021.
"""

import math

import torch
from torch import nn
from torch.nn import functional as F

HEAD_WIDTH = 64


class Perceptron(nn.Module):
    """Two linear layers with QuickGELU, x · sigmoid(1.702 x), between them.

    QuickGELU is SiLU with its argument and its value scaled. PyTorch has SiLU as one operation, and the
    two factors cost nothing where they meet the weights instead of the activations.
    """

    SHARPNESS = 1.702

    def __init__(self, width):
        super().__init__()
        self.c_fc = nn.Linear(width, 4 * width)
        self.c_proj = nn.Linear(4 * width, width)

    def forward(self, x):
        hidden = F.silu(F.linear(x, self.SHARPNESS * self.c_fc.weight, self.SHARPNESS * self.c_fc.bias))
        return F.linear(hidden, self.c_proj.weight / self.SHARPNESS, self.c_proj.bias)


class Attention(nn.Module):
    """Self-attention with one fused input projection, named as `torch.nn.MultiheadAttention` names it."""

    def __init__(self, width):
        super().__init__()
        self.heads = width // HEAD_WIDTH
        self.in_proj_weight = nn.Parameter(torch.empty(3 * width, width))
        self.in_proj_bias = nn.Parameter(torch.zeros(3 * width))
        self.out_proj = nn.Linear(width, width)

    def forward(self, x, causal):
        batch, length, width = x.shape
        projected = F.linear(x, self.in_proj_weight, self.in_proj_bias)
        queries, keys, values = projected.view(batch, length, 3, self.heads, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        scores = (queries * HEAD_WIDTH**-0.5) @ keys.transpose(2, 3)
        if causal:
            scores = scores + torch.full((length, length), -math.inf, dtype=scores.dtype).triu(1)
        mixed = scores.softmax(dim=3).to(values.dtype) @ values
        return self.out_proj(mixed.transpose(1, 2).reshape(batch, length, width))


class ResidualAttentionBlock(nn.Module):
    """x + attention(norm(x)), then x + perceptron(norm(x))."""

    def __init__(self, width):
        super().__init__()
        self.ln_1 = nn.LayerNorm(width)
        self.attn = Attention(width)
        self.ln_2 = nn.LayerNorm(width)
        self.mlp = Perceptron(width)

    def forward(self, x, causal):
        x = x + self.attn(self.ln_1(x), causal)
        return x + self.mlp(self.ln_2(x))


class Transformer(nn.Module):
    """A stack of residual attention blocks."""

    def __init__(self, width, layers):
        super().__init__()
        self.resblocks = nn.ModuleList(ResidualAttentionBlock(width) for _ in range(layers))
        for block in self.resblocks:
            depth_scale = (2 * layers) ** -0.5
            nn.init.normal_(block.attn.in_proj_weight, std=width**-0.5)
            nn.init.normal_(block.attn.out_proj.weight, std=width**-0.5 * depth_scale)
            nn.init.normal_(block.mlp.c_fc.weight, std=(2 * width) ** -0.5)
            nn.init.normal_(block.mlp.c_proj.weight, std=width**-0.5 * depth_scale)
            for bias in (block.attn.out_proj.bias, block.mlp.c_fc.bias, block.mlp.c_proj.bias):
                nn.init.zeros_(bias)

    def forward(self, x, causal):
        for block in self.resblocks:
            x = block(x, causal)
        return x


class VisionTransformer(nn.Module):
    """The image tower: a class token and one token a patch; the class token is the image's feature."""

    def __init__(self, size, patch, width, layers, embedding):
        super().__init__()
        scale = width**-0.5
        self.conv1 = nn.Conv2d(3, width, patch, stride=patch, bias=False)
        self.class_embedding = nn.Parameter(scale * torch.randn(width))
        self.positional_embedding = nn.Parameter(scale * torch.randn((size // patch) ** 2 + 1, width))
        self.ln_pre = nn.LayerNorm(width)
        self.transformer = Transformer(width, layers)
        self.ln_post = nn.LayerNorm(width)
        self.proj = nn.Parameter(scale * torch.randn(width, embedding))

    def forward(self, images):
        patches = self.conv1(images).flatten(2).transpose(1, 2)
        start = self.class_embedding.to(patches.dtype).expand(len(patches), 1, -1)
        x = torch.cat([start, patches], dim=1) + self.positional_embedding.to(patches.dtype)
        x = self.transformer(self.ln_pre(x), causal=False)
        return self.ln_post(x[:, 0]) @ self.proj


class CLIP(nn.Module):
    """Both towers and the temperature; the text tower's parts lie at the top, as published."""

    def __init__(
        self, vocabulary, size=64, patch=8, width=128, layers=8, text_width=128, text_layers=4,
        embedding=128, context=77,
    ):
        super().__init__()
        self.visual = VisionTransformer(size, patch, width, layers, embedding)
        self.transformer = Transformer(text_width, text_layers)
        self.token_embedding = nn.Embedding(vocabulary, text_width)
        self.positional_embedding = nn.Parameter(torch.empty(context, text_width))
        self.ln_final = nn.LayerNorm(text_width)
        self.text_projection = nn.Parameter(torch.empty(text_width, embedding))
        self.logit_scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))
        nn.init.normal_(self.token_embedding.weight, std=0.02)
        nn.init.normal_(self.positional_embedding, std=0.01)
        nn.init.normal_(self.text_projection, std=text_width**-0.5)

    def encode_image(self, images):
        return self.visual(images)

    def encode_text(self, tokens):
        """Features at the end token, which has the largest id."""
        x = self.token_embedding(tokens) + self.positional_embedding[: tokens.shape[1]]
        x = self.transformer(x, causal=True)
        x = self.ln_final(x[torch.arange(len(tokens)), tokens.argmax(dim=1)])
        return x @ self.text_projection
