using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Kernel.Budgets;
using AiOs.Kernel.Policy;
using AiOs.Kernel.Policy.Amendments;
using AiOs.Kernel.Policy.Settings;

namespace AiOs.Kernel.Tests.Policy;

public sealed class AmendmentTests
{
    private static readonly DateOnly Day = new(2026, 11, 22);
    private static readonly Money TwoHundred = new(20000, "EUR");

    [Fact]
    public void Amend_CapOnTheDefaultFile_KeepsEveryByteAndAddsTheLine()
    {
        var text = PolicyText.Amend(SomePolicy.DefaultText, new PolicyAmendment.SetCap(CapScope.Spending, "ads", CapPeriod.Month, TwoHundred), Day);

        Assert.StartsWith(SomePolicy.DefaultText, text, StringComparison.Ordinal);
        Assert.EndsWith(
            "amendments:\n  - { on: \"2026-11-22\", change: \"set-cap\", scope: \"spending\", name: \"ads\", period: \"month\", limit: \"200.00 EUR\" }\n",
            text,
            StringComparison.Ordinal);
        Assert.Equal(TwoHundred, SomePolicy.Read(text).Caps.CapOf("ads", CapPeriod.Month));
    }

    [Fact]
    public void Amend_TakenBack_IsListedAndNoLongerHolds()
    {
        var rejected = PolicyText.Amend(SomePolicy.DefaultText, new PolicyAmendment.AutoReject("anna@example.com", "No more."), Day);
        var back = PolicyText.Amend(rejected, new PolicyAmendment.TakeBack(1), Day);
        var again = PolicyText.Amend(back, new PolicyAmendment.TakeBack(2), Day);

        Assert.Equal(new Verdict.Deny("amendment-1", "No more."), SomePolicy.Read(rejected).Judge(SomePolicy.Case).Verdict);
        Assert.Equal("reputation-asks", SomePolicy.Read(back).Judge(SomePolicy.Case).Verdict.Rule);
        Assert.Equal([false, true], SomePolicy.Read(back).Amendments.Select(one => one.Holds));
        Assert.Equal("amendment-1", SomePolicy.Read(again).Judge(SomePolicy.Case).Verdict.Rule);
        Assert.Equal([true, false, true], SomePolicy.Read(again).Amendments.Select(one => one.Holds));
    }

    [Fact]
    public void AlwaysAsk_OverAnAllow_AsksWithItsTier()
    {
        var text = PolicyText.Amend(SomePolicy.DefaultText, new PolicyAmendment.AlwaysAskFor("note.*", 2), Day);
        var note = SomePolicy.Case with { Kind = EffectKind.NoteKeep, Category = Contracts.Effects.EffectCategory.Internal };

        Assert.IsType<Verdict.Allow>(SomePolicy.Read(SomePolicy.DefaultText).Judge(note).Verdict);
        Assert.Equal(("amendment-1", 2), (SomePolicy.Read(text).Judge(note).Verdict.Rule, ((Verdict.Ask)SomePolicy.Read(text).Judge(note).Verdict).Tier));
    }

    [Fact]
    public void AlwaysAsk_WhereTheFileIsStricter_LowersNothing()
    {
        const string Strict = "version: 1\nrules:\n  - { name: never, when: { kind: email.send }, then: deny, because: No. }\n";
        var text = PolicyText.Amend(Strict, new PolicyAmendment.AlwaysAskAbout("anna@example.com", 1), Day);

        Assert.Equal("never", SomePolicy.Read(text).Judge(SomePolicy.Case).Verdict.Rule);
    }

    [Fact]
    public void AlwaysAsk_SaidAgainWithAnotherTier_TheLaterWins()
    {
        var once = PolicyText.Amend(SomePolicy.DefaultText, new PolicyAmendment.AlwaysAskAbout("anna@example.com", 3), Day);
        var twice = PolicyText.Amend(once, new PolicyAmendment.AlwaysAskAbout("ANNA@example.com", 2), Day);

        Assert.Equal(2, Assert.IsType<Verdict.Ask>(SomePolicy.Read(twice).Judge(SomePolicy.Case).Verdict).Tier);
    }

    [Fact]
    public void Amend_WhatIsNoAmendment_IsRefusedByTheReader()
    {
        PolicyAmendment[] wrong =
        [
            new PolicyAmendment.SetCap(CapScope.Spending, "Ads & more", CapPeriod.Day, TwoHundred),
            new PolicyAmendment.SetCap(CapScope.Spending, null, CapPeriod.Day, new Money(-1, "EUR")),
            new PolicyAmendment.SetCap(CapScope.Spending, null, CapPeriod.Day, new Money(1, "USD")),
            new PolicyAmendment.AutoReject("", "No."),
            new PolicyAmendment.AutoReject("*", "No."),
            new PolicyAmendment.AutoReject("a\nrules: []", "No."),
            new PolicyAmendment.AutoReject("a", "No.\u202E"),
            new PolicyAmendment.AlwaysAskAbout("a", 4),
            new PolicyAmendment.AlwaysAskFor("*", 1),
            new PolicyAmendment.TakeBack(1),
        ];

        Assert.All(wrong, one => Assert.IsType<PolicyReading.Bad>(PolicyReader.Read(PolicyText.Amend(SomePolicy.DefaultText, one, Day), "EUR")));
    }

    [Theory]
    [InlineData("version: 1\nrules: []\namendments:\n- { on: \"2026-11-22\", change: always-ask-for, kind: mcp.*, tier: 1 }")]
    [InlineData("version: 1\nrules: []\namendments:\n-  { on: \"2026-11-22\", change: remove-cap, scope: model, period: day } # mine")]
    [InlineData("version: 1\r\nrules: []\r\namendments:\r\n      -\r\n        on: \"2026-11-22\"\r\n        change: remove-cap\r\n        scope: model\r\n        period: day\r\n\r\n# end")]
    [InlineData("---\nversion: 1\nrules:\n- name: a\n  when: {}\n  then: ask\n  because: |+\n    It is so.\n  ")]
    [InlineData("\uFEFFversion: 1\nrules: []\namendments:\n# none yet")]
    public void Amend_FileOfAnotherHand_FitsItsIndentation(string text)
    {
        var before = SomePolicy.Read(text).Amendments.Count;
        var after = SomePolicy.Read(PolicyText.Amend(text, new PolicyAmendment.AlwaysAskFor("email.send", 3), Day));

        Assert.Equal(before + 1, after.Amendments.Count);
        Assert.Equal(new PolicyAmendment.AlwaysAskFor("email.send", 3), after.Amendments[^1].Amendment);
    }
}
