using AiOs.Contracts.Context;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Preferences;
using AiOs.Testing;

namespace AiOs.Kernel.Tests.Preferences;

/// <summary>What two changes of drafts teach, and what none ever does.</summary>
public sealed class ShownPreferencesTests
{
    private const string Anna = "Hello Anna Weber,\n\nThank you for your message. I am glad to offer you a website for your café this spring.\n\nKind regards,\nJo\n";
    private const string Ben = "Hello Ben Ort,\n\nThank you for your message. I am glad to offer you a poster for your shop this autumn.\n\nKind regards,\nJo\n";

    [Theory]
    [InlineData("Hello {0},", "Hi {0},", PreferenceKind.Greeting, "Hi {name},")]
    [InlineData("Kind regards,\nJo", "Best,\nJo", PreferenceKind.Closing, "Best,\nJo")]
    [InlineData("I am glad", "I'm glad", PreferenceKind.Tone, "contractions")]
    [InlineData("to offer you", "to quote you", PreferenceKind.Phrase, "quote")]
    public void Of_TheSameChangeForTwoPeople_IsLearned(string old, string next, PreferenceKind kind, string value)
    {
        var shown = ShownPreferences.Of([Change(57, Ben, old, next, "Ben Ort")], [Change(12, Anna, old, next, "Anna Weber")], []);

        var learned = shown.First(one => one.Wanted.Kind == kind);
        Assert.True(learned.IsLearned);
        Assert.Equal((value, 12L, 57L), (learned.Wanted.Value, learned.Changes[0], learned.Changes[1]));
    }

    [Fact]
    public void Of_OneChange_IsSeenAndNotLearned()
    {
        var shown = Assert.Single(ShownPreferences.Of([Change(57, Ben, "Kind regards,", "Best,", "Ben Ort")], [], []));

        Assert.Equal((false, "Best,\nJo"), (shown.IsLearned, shown.Wanted.Value));
    }

    [Fact]
    public void Of_TwoChangesForTheSamePerson_AreNotLearned() =>
        Assert.False(Assert.Single(ShownPreferences.Of([Change(57, Anna, "Kind regards,", "Best,", "Anna Weber")], [Change(12, Anna, "Kind regards,", "Best,", "Anna Weber")], [])).IsLearned);

    [Fact]
    public void Of_TwoChangesOfOneWorkItem_AreNotLearned()
    {
        var first = Change(12, Anna, "Kind regards,", "Best,", "Anna Weber") with { Sender = null };

        Assert.False(Assert.Single(ShownPreferences.Of([first with { Number = 57 }], [first], [])).IsLearned);
    }

    [Fact]
    public void Of_ChangesThatTaughtItAlready_TeachItNoSecondTime()
    {
        var old = Change(12, Anna, "Kind regards,", "Best,", "Anna Weber") with { Taught = [PreferenceKind.Closing] };

        Assert.False(Assert.Single(ShownPreferences.Of([Change(57, Ben, "Kind regards,", "Best,", "Ben Ort")], [old], [])).IsLearned);
        Assert.Empty(ShownPreferences.Of([old], [Change(57, Ben, "Kind regards,", "Best,", "Ben Ort")], []));
    }

    [Fact]
    public void Of_WhatCountsAlready_IsNotSeenAgain() => Assert.Empty(ShownPreferences.Of(
        [Change(57, Ben, "Kind regards,", "Best,", "Ben Ort")], [], [new Preference(PreferenceKind.Closing, "Best,\nJo") { Language = "en" }]));

    [Fact]
    public void Of_TwoLettersMadeMuchShorter_GiveALengthThatBothFit()
    {
        const string More = " I have read it with care and thought about what would suit you best, and I would like to hear more about it before I say anything else.";
        var learned = ShownPreferences.Of(
            [Change(57, Ben.Replace(".\n\nKind", "." + More + "\n\nKind", StringComparison.Ordinal), More, string.Empty, "Ben Ort")],
            [Change(12, Anna.Replace(".\n\nKind", "." + More + "\n\nKind", StringComparison.Ordinal), More, string.Empty, "Anna Weber")],
            []).Single(one => one.Wanted.Kind is PreferenceKind.Length);

        Assert.Equal((true, "30"), (learned.IsLearned, learned.Wanted.Value));
    }

    [Fact]
    public void Of_GermanSieMadeDu_IsLearnedForGerman()
    {
        const string Sie = "Guten Tag {0},\n\nvielen Dank für Ihre Nachricht. Bis wann brauchen Sie es?\n\nMit freundlichen Grüßen\nJo\n";
        const string Du = "Guten Tag {0},\n\nvielen Dank für deine Nachricht. Bis wann brauchst du es?\n\nMit freundlichen Grüßen\nJo\n";
        var learned = ShownPreferences.Of([Edited(57, Sie, Du, "Ben")], [Edited(12, Sie, Du, "Anna")], []).Single(one => one.Wanted.Kind is PreferenceKind.Tone);

        Assert.Equal((true, new Preference(PreferenceKind.Tone, "informal") { Language = "de" }), (learned.IsLearned, learned.Wanted));
    }

    /// <summary>The same twice for two people, and still it belongs to its matter, or to one person.</summary>
    [Theory]
    [InlineData("Kind regards,\nJo", "Best,\nJo\n+49 30 1234567")]
    [InlineData("Kind regards,\nJo", "Best,\njo@example.org")]
    [InlineData("Kind regards,\nJo", "Best,\nwww.jo.example")]
    [InlineData("Kind regards,\nJo", "Pay to https://evil.example")]
    [InlineData("Kind regards,\nJo", "I can do it by Friday. Tell me if that suits you.")]
    [InlineData("Kind regards,\nJo", "See you soon {0},\nJo")]
    [InlineData("Hello {0},", "Dear Ms Weber,")]
    [InlineData("Hello {0},", "Sehr geehrte Frau Weber,")]
    [InlineData("Hello {0},", "Hello,")]
    [InlineData("this", "in 14 days, this")]
    [InlineData("message", "call on https://meet.example")]
    [InlineData("your message", "the note of Carla Maier")]
    [InlineData("Thank you for your message.", "Thank you. The price is 900 EUR.")]
    [InlineData("this", "DE89370400440532013000")]
    public void Of_WhatBelongsToOneMatter_IsNeverLearned(string old, string next)
    {
        var own = Change(57, Ben, old, next, "Ben Ort");
        var other = Change(12, Anna, old, next, "Anna Weber");

        Assert.NotEqual(own.Before, own.After);
        Assert.DoesNotContain(ShownPreferences.Of([own], [other], []), one => one.Wanted.Kind is not PreferenceKind.Length);
    }

    private static Lesson.Edited Change(long number, string before, string old, string next, string name) =>
        Edited(number, before, before.Replace(old.Replace("{0}", name, StringComparison.Ordinal), next.Replace("{0}", name, StringComparison.Ordinal), StringComparison.Ordinal), name);

    private static Lesson.Edited Edited(long number, string before, string after, string name) =>
        new(AgentName.Execution, "as I like it", before.Replace("{0}", name, StringComparison.Ordinal), after.Replace("{0}", name, StringComparison.Ordinal))
        {
            Number = number,
            At = Some.Moment,
            Source = new StreamId("work/" + name),
            Sender = "person/" + name,
        };
}
