"""Sealing of free text: AES-256-GCM with a key per client, itself wrapped by the installation's master key.

Erasing a client drops her key, so words that lie about without it are noise. A backup holds keys and words together:
what it has of her stays readable to its owner until the backup itself is thinned out.
Layout of a sealed value: 12 bytes nonce, then ciphertext with tag. `label` (table|row) is bound as associated data.
"""

from __future__ import annotations

import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE = 12


def new_key() -> bytes:
    return AESGCM.generate_key(bit_length=256)


def seal(key: bytes, label: str, plain: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, label.encode())


def unseal(key: bytes, label: str, sealed: bytes) -> bytes:
    """The plain bytes. Raises cryptography's InvalidTag when key, label or content do not belong together."""
    return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], label.encode())
