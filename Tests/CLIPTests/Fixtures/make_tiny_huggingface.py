"""Makes tiny-huggingface/: a random CLIPModel of Hugging Face's transformers in the three forms in which
folders hold one, and tiny-huggingface/expected.safetensors, what transformers answers in float64.

The towers have different activations and heads of different widths, which config.json alone tells.

    pip install torch==2.13.0+cpu transformers==5.23.0
    python3 make_tiny_huggingface.py
"""

import json
import pathlib
import shutil

import torch
from safetensors.torch import save_file
from transformers import CLIPConfig, CLIPModel

FOLDER = pathlib.Path(__file__).parent / "tiny-huggingface"
TEXT = dict(
    hidden_size=16, intermediate_size=48, num_hidden_layers=2, num_attention_heads=4,
    vocab_size=40, max_position_embeddings=12, bos_token_id=38, eos_token_id=39, hidden_act="gelu",
)
VISION = dict(
    hidden_size=24, intermediate_size=64, num_hidden_layers=2, num_attention_heads=2,
    image_size=16, patch_size=4, hidden_act="quick_gelu",
)
STATISTICS = dict(image_mean=[0.5, 0.5, 0.5], image_std=[0.5, 0.25, 0.5])
TEXTS = [[38, 39], [38, 5, 17, 2, 39], [38, 5, 17, 2, 9, 11, 30, 1, 1, 7, 22, 39], [38, 3, 39]]


def make_lively(model):
    """Random weights under which attention is sharp and normalisations are not the identity."""
    generator = torch.Generator().manual_seed(20210105)
    for name, parameter in model.named_parameters():
        noise = torch.randn(parameter.shape, generator=generator)
        if "norm" in name or "layrnorm" in name:
            value = 0.2 * noise + (1 if name.endswith("weight") else 0)
        elif parameter.dim() < 2:
            value = 0.2 * noise
        else:
            gain = 2 if "q_proj" in name or "k_proj" in name else 1
            embedding = "embedding" in name and "patch" not in name
            fan = parameter[0].numel() if parameter.dim() > 1 and not embedding else 1
            value = gain * noise / fan**0.5
        parameter.data = value.half().float()


def main():
    torch.manual_seed(0)
    config = CLIPConfig(text_config=TEXT, vision_config=VISION, projection_dim=8)
    model = CLIPModel(config).eval()
    make_lively(model)
    shutil.rmtree(FOLDER, ignore_errors=True)

    model.save_pretrained(FOLDER / "sharded", max_shard_size="40KB")
    (FOLDER / "pickled").mkdir()
    shutil.copy(FOLDER / "sharded" / "config.json", FOLDER / "pickled")
    torch.save(model.state_dict(), FOLDER / "pickled" / "pytorch_model.bin")
    model.half().save_pretrained(FOLDER / "single")
    (FOLDER / "single" / "preprocessor_config.json").write_text(json.dumps(STATISTICS) + "\n")

    model = model.double()
    generator = torch.Generator().manual_seed(1)
    image = torch.randn(1, 3, 16, 16, generator=generator, dtype=torch.float64).half().double()
    expected = {}
    with torch.no_grad():
        hidden = model.vision_model(pixel_values=image).last_hidden_state
        tokens = model.visual_projection(model.vision_model.post_layernorm(hidden))
        pooled = model.vision_model(pixel_values=image).pooler_output
        assert torch.allclose(model.visual_projection(pooled), tokens[:, 0])
        features = []
        for index, text in enumerate(TEXTS):
            ids = torch.tensor([text])
            pooled = model.text_model(input_ids=ids).pooler_output
            features.append(model.text_projection(pooled)[0])
            expected[f"text.{index}.tokens"] = ids[0]
    expected["image"] = image[0].float()
    expected["tokens"] = tokens[0].float()
    expected["text.features"] = torch.stack(features).float()
    save_file(expected, FOLDER / "expected.safetensors")


if __name__ == "__main__":
    main()
