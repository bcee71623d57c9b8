using AiOs.Contracts.Records;
using AiOs.Kernel.Records;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Records;

/// <summary>What a Record says at a moment is a function of its versions alone: nothing is overwritten, and what was undone is as it was.</summary>
public sealed class RecordHistoryProperties
{
    [Property(MaxTest = 200)]
    public void Fold_OfTheHistory_IsTheState(byte[] script)
    {
        var state = Told.Fold(Told.Events(script, times: true));

        Assert.Equal(Told.TextOf(state.Fields), Told.TextOf(RecordHistory.Fold(state.History)));
        Assert.Equal(state.Version, state.History.Count);
        Assert.Equal(Enumerable.Range(1, state.History.Count).Select(version => (long)version), state.History.Select(change => change.Version));
    }

    /// <summary>Unfolding: every state there ever was can be had back from the history of the last one.</summary>
    [Property(MaxTest = 100)]
    public void Fold_OfAPrefix_IsTheStateOfThatVersion(byte[] script)
    {
        var events = Told.Events(script, times: true);
        var last = Told.Fold(events);
        for (var version = 0; version <= events.Count; version++)
        {
            var then = Told.Fold(events.Take(version));

            Assert.Equal(Told.TextOf(then.Fields), Told.TextOf(RecordHistory.Fold(last.History.Take(version))));
            Assert.Equal(then.Into, RecordHistory.MergedAt(last.History.Take(version), DateTimeOffset.MaxValue));
        }
    }

    [Property(MaxTest = 100)]
    public void AsOf_TheMomentOfAnyVersion_IsTheStateOfThatVersion(byte[] script)
    {
        var events = Told.Events(script, times: false);
        var last = Told.Fold(events);
        for (var version = 0; version <= events.Count; version++)
        {
            var then = Told.Fold(events.Take(version));

            Assert.Equal(Told.TextOf(then.Fields), Told.TextOf(RecordHistory.AsOf(last.History, Told.At(version))));
            Assert.Equal(then.Into, RecordHistory.MergedAt(last.History, Told.At(version)));
        }
    }

    /// <summary>A model that walks backwards through the versions and takes the first that speaks of the field at that moment.</summary>
    [Property(MaxTest = 100)]
    public void AsOf_WithTimes_TakesTheLatestVersionThatSpeaksOfTheMoment(byte[] script)
    {
        var history = Told.Fold(Told.Events(script, times: true)).History;
        for (var hour = -6; hour < history.Count + 8; hour++)
        {
            var moment = Told.At(hour);
            Assert.Equal(Told.TextOf(Backwards(history, moment)), Told.TextOf(RecordHistory.AsOf(history, moment)));
        }
    }

    [Property(MaxTest = 100)]
    public void Merge_ThenUnmerge_RestoresWhatItSaid(byte[] script)
    {
        var events = Told.Events(script, times: true);
        var before = Told.Fold(events);
        if (before.Into is not null)
        {
            return;
        }

        var version = events.Count + 1;
        var merged = Told.Fold([.. events, new Contracts.Events.RecordMerged(Told.Berg, version, Support.Facts.Mail, Told.Other)]);
        var apart = Told.Fold([.. events, new Contracts.Events.RecordMerged(Told.Berg, version, Support.Facts.Mail, Told.Other), new Contracts.Events.RecordUnmerged(Told.Berg, version + 1, Support.Facts.Mail)]);

        Assert.Equal(Told.Other, merged.Into);
        Assert.Empty(merged.FieldsAt(Told.At(version)));
        Assert.Null(apart.Into);
        Assert.Equal(Told.TextOf(before.FieldsAt(Told.At(version + 1))), Told.TextOf(apart.FieldsAt(Told.At(version + 1))));
    }

    /// <summary>What one field said never overlaps with what superseded it, and its last word is the state's.</summary>
    [Property(MaxTest = 100)]
    public void Of_AnyField_TellsEveryVersionThatSpokeOfIt(byte[] script)
    {
        var state = Told.Fold(Told.Events(script, times: false));
        foreach (var name in new[] { "f0", "f1", "f2" })
        {
            var facts = RecordHistory.Of(state.History, name);

            Assert.Equal(state.History.Where(change => change.Fields.ContainsKey(name) || change.Removed.Contains(name)).Select(change => change.Version), facts.Select(fact => fact.Version));
            Assert.All(facts.Zip(facts.Skip(1)), pair => Assert.Equal(pair.Second.From, pair.First.To));
            Assert.True(facts.Count == 0 || (facts[^1].To is null && facts[^1].Field?.Value == state.Fields.GetValueOrDefault(name)?.Value));
        }
    }

    /// <summary>The properties say nothing if the stories hold no merge, no removal and no time.</summary>
    [Fact]
    public void Events_OverManyScripts_HoldEverything()
    {
        var random = new Random(5);
        var changes = Enumerable.Range(0, 100).SelectMany(_ =>
        {
            var script = new byte[12];
            random.NextBytes(script);
            return Told.Fold(Told.Events(script, times: true)).History;
        }).ToList();

        Assert.True(changes.Count(change => change.Into is not null) > 30);
        Assert.True(changes.Count(change => change.Apart) > 30);
        Assert.True(changes.Count(change => change.Removed.Count > 0) > 30);
        Assert.True(changes.Count(change => change.ValidFrom is not null) > 30);
        Assert.True(changes.Count(change => change.ValidTo is not null) > 30);
    }

    [Fact]
    public void Of_CorrectionOfAnEarlierTime_SupersedesItAndKeepsIt()
    {
        var wrong = Change(1, "Köln");
        var right = Change(2, "Bonn") with { ValidFrom = Told.At(1), Reason = "It was Bonn all along." };
        var facts = RecordHistory.Of([wrong, right], "city");

        Assert.Equal((2L, "Köln"), (facts[0].SupersededBy, facts[0].Field!.Value));
        Assert.Equal(("Bonn", Told.At(1), "It was Bonn all along."), (facts[1].Field!.Value, facts[1].From, facts[1].Reason));
        Assert.Equal("city=Bonn", Told.TextOf(RecordHistory.AsOf([wrong, right], Told.At(1))));
        Assert.Equal("city=Köln", Told.TextOf(RecordHistory.AsOf([wrong], Told.At(1))));
    }

    private static RecordChange Change(int version, string city) => new()
    {
        Version = version,
        At = Told.At(version),
        Effect = Support.Facts.Mail,
        Fields = new Dictionary<string, RecordField> { ["city"] = new(city, Contracts.Approvals.Provenance.Operator) },
    };

    private static Dictionary<string, RecordField> Backwards(IReadOnlyList<RecordChange> history, DateTimeOffset moment)
    {
        var found = new Dictionary<string, RecordField>();
        var settled = new HashSet<string>();
        foreach (var change in history.Reverse().Where(change => change.From <= moment && (change.ValidTo is null || moment < change.ValidTo)))
        {
            foreach (var name in change.Removed)
            {
                settled.Add(name);
            }

            foreach (var (name, field) in change.Fields)
            {
                if (settled.Add(name))
                {
                    found[name] = field;
                }
            }
        }

        return found;
    }
}
