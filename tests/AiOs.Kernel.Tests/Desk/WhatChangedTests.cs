using AiOs.Contracts.Cards;
using AiOs.Contracts.Effects;
using AiOs.Kernel.Desk;

namespace AiOs.Kernel.Tests.Desk;

/// <summary>A card that is asked again says what is different.</summary>
public sealed class WhatChangedTests
{
    [Fact]
    public void Between_NothingWasAskedBefore_SaysNothing() => Assert.Empty(WhatChanged.Between([], [Mail("one")]));

    [Fact]
    public void Between_TheSame_SaysSo() => Assert.IsType<CardBlock.Hint>(Assert.Single(WhatChanged.Between([Mail("one")], [Mail("one")])));

    [Fact]
    public void Between_OneLineMore_ShowsItWithALineAroundIt()
    {
        var diff = Assert.IsType<CardBlock.Diff>(Assert.Single(WhatChanged.Between([Mail("a\nb\nc\nd")], [Mail("a\nb\nnew\nc\nd")])));

        Assert.Equal(("b\nc", "b\nnew\nc"), (diff.Before, diff.After));
    }

    [Theory]
    [InlineData("a\na", "a")]
    [InlineData("a", "a\na")]
    [InlineData("", "a")]
    [InlineData("a\nb", "b\na")]
    public void Between_AnyTwoTexts_HoldsEveryLineThatDiffers(string before, string after)
    {
        var diff = Assert.IsType<CardBlock.Diff>(Assert.Single(WhatChanged.Between([Mail(before)], [Mail(after)])));

        Assert.NotEqual(diff.Before, diff.After);
    }

    [Fact]
    public void Between_AnEffectLessOrMore_ShowsItWhole()
    {
        var gone = Assert.IsType<CardBlock.Diff>(Assert.Single(WhatChanged.Between([Mail("one"), Mail("two")], [Mail("one")])));
        var added = Assert.IsType<CardBlock.Diff>(Assert.Single(WhatChanged.Between([Mail("one")], [Mail("one"), Mail("two")])));

        Assert.Contains("two", gone.Before, StringComparison.Ordinal);
        Assert.DoesNotContain("two", gone.After, StringComparison.Ordinal);
        Assert.Contains("two", added.After, StringComparison.Ordinal);
    }

    private static EffectPreview Mail(string text) => new("Send a mail", [new CardBlock.Quote("The mail", text)], []);
}
