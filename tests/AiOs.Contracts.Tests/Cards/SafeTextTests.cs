using AiOs.Contracts.Cards.Plain;

namespace AiOs.Contracts.Tests.Cards;

/// <summary>TRUST part 3, "what the eye sees": one rule for all channels.</summary>
public sealed class SafeTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain <b> text", "Plain:plain <b> text")]
    [InlineData("a\r\nb\rc\nd", "Plain:a\nb\nc\nd")]
    [InlineData("a\u202Eb", "Plain:a|Hidden:[U+202E]|Plain:b")]
    [InlineData("\u200B\u200B", "Hidden:[U+200B ×2]")]
    [InlineData("x p\u0430ypal.com y", "Plain:x |Mixed:[p\u0430ypal.com]|Plain: y")]
    [InlineData("👩‍👧", "Plain:👩‍👧")]
    [InlineData("a\uFE0Fb\uFE0E", "Plain:a|Hidden:[U+FE0F]|Plain:b|Hidden:[U+FE0E]")]
    [InlineData("❤️ 🏳️‍🌈 1\uFE0F\u20E3 ↔️ ‼️ ⚠️", "Plain:❤️ 🏳️‍🌈 1\uFE0F\u20E3 ↔️ ‼️ ⚠️")]
    [InlineData("❤\uFE0F\uFE0F", "Plain:❤\uFE0F|Hidden:[U+FE0F]")]
    [InlineData("g\u0585ogle", "Mixed:[g\u0585ogle]")]
    [InlineData("p\u0251ypal.com", "Mixed:[p\u0251ypal.com]")]
    [InlineData("\u217Dash", "Mixed:[\u217Dash]")]
    [InlineData("日本語abc Ünï Анна Հայ", "Plain:日本語abc Ünï Анна Հայ")]
    [InlineData("\u3164p\u0430y", "Hidden:[U+3164]|Mixed:[p\u0430y]")]
    [InlineData("p\u0430\u3164y", "Mixed:[p\u0430]|Hidden:[U+3164]|Plain:y")]
    public void Of_Text_IsCutIntoPieces(string? text, string pieces) =>
        Assert.Equal(pieces, string.Join('|', SafeText.Of(text).Select(static piece => $"{piece.Kind}:{(piece.Kind == SafeKind.Plain ? piece.Text : piece.Placeholder)}")));

    [Fact]
    public void Of_HalfOfAPair_IsNamed() => Assert.Equal(["a", "[U+D83D]", "b"], SafeText.Of("a\uD83Db").Select(static piece => piece.Kind == SafeKind.Plain ? piece.Text : piece.Placeholder));

    [Fact]
    public void Of_HiddenRunsOfOneName_AreToldApartByTheirPrint()
    {
        var one = Assert.Single(SafeText.Of("\u200B\u200C"));
        var other = Assert.Single(SafeText.Of("\u200C\u200B"));
        Assert.Equal(("2 hidden characters", "2 hidden characters"), (one.Text, other.Text));
        Assert.NotEqual(one.Placeholder, other.Placeholder);
        Assert.NotEqual(SafeText.Of("\u200C\u200C")[0].Placeholder, SafeText.Of("\u200C \u200C")[0].Placeholder);
    }
}
