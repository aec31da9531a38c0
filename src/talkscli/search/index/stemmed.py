"""Words of a store as stems and tokens, each worked out once."""

from talkscli.language.tongues import Tongue


class Stems(dict[str, str]):
    """Word -> stem, worked out once a word."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue

    def __missing__(self, word: str) -> str:
        stem = self[word] = self._tongue.stems([word])[0]
        return stem


class Tokens(dict[str, str]):
    """Word -> token, as long as it stands in no phrase and no name."""

    def __init__(self, stem: Stems, longest: dict[str, int], tongue: Tongue) -> None:
        super().__init__()
        self._stem, self._longest, self._function = stem, longest, tongue.function
        self.first: set[str] = set()
        """Words with which phrases and names begin."""

    def __missing__(self, word: str) -> str:
        stem = self._stem[word]
        if stem in self._longest:
            self.first.add(word)
        token = self[word] = "=" + word if word in self._function else stem
        return token
