using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Autonomy;
using FsCheck.Xunit;

namespace AiOs.Kernel.Tests.Autonomy;

public sealed class AutonomyProperties
{
    [Property(MaxTest = 60)]
    public void Holds_WithoutAcceptance_Never(byte[] script)
    {
        var story = new Story();
        foreach (var command in script.Where(command => command % 16 != 9))
        {
            Do(story, command);
            Assert.False(story.Holds(Story.Booking) || story.Holds(Story.Note));
        }
    }

    [Property(MaxTest = 60)]
    public void Holds_AfterASetback_OnlyOnceAcceptedAgain(byte[] script) => Assert.Empty(FaultsOf(script, happened => happened));

    [Property(MaxTest = 50)]
    public void Fold_InOneGoPartsOrThroughASnapshot_IsTheSame(byte[] script, byte cut)
    {
        var story = new Story();
        foreach (var command in script)
        {
            Do(story, command);
        }

        var at = story.Facts.Count == 0 ? 0 : cut % story.Facts.Count;
        var half = Fold(new AutonomyLedger(), story.Facts.Take(at));

        Assert.Equal(AutonomyJson.Text(story.Ledger), AutonomyJson.Text(Fold(half, story.Facts.Skip(at))));
        Assert.Equal(AutonomyJson.Text(story.Ledger), AutonomyJson.Text(Fold(AutonomyJson.Read(AutonomyJson.Text(half)), story.Facts.Skip(at))));
    }

    /// <summary>The properties above say nothing where nothing is ever granted or lost; and a ledger that misses failures must be caught.</summary>
    [Fact]
    public void Scripts_Many_GrantAndTakeAndCatchALedgerThatMissesFailures()
    {
        var random = new Random(7);
        var (held, lost, caught) = (0, 0, 0);
        for (var run = 0; run < 16; run++)
        {
            var script = new byte[60];
            random.NextBytes(script);
            var story = new Story();
            foreach (var command in script)
            {
                var before = story.Holds();
                Do(story, command);
                held += story.Holds() ? 1 : 0;
                lost += before && !story.Holds() ? 1 : 0;
            }

            Assert.Empty(FaultsOf(script, happened => happened));
            caught += FaultsOf(script, happened => happened is EffectFailed failed ? new EffectPostponed(failed.Effect, 1, story.Now, true) : happened).Count > 0 ? 1 : 0;
        }

        Assert.True(held >= 25 && lost >= 8 && caught >= 3, $"held {held}, lost {lost}, caught {caught}");
    }

    /// <summary>Told from all events anew: the last word about a class since its acceptance must not be against it.</summary>
    private static List<string> FaultsOf(byte[] script, Func<JournalEvent, JournalEvent> seen)
    {
        var story = new Story();
        var ledger = new AutonomyLedger();
        var faults = new List<string>();
        var read = 0;
        foreach (var command in script)
        {
            Do(story, command);
            for (; read < story.Facts.Count; read++)
            {
                ledger = ledger.Apply(seen(story.Facts[read].Event), story.Facts[read].At);
            }

            foreach (var name in (string[])[Story.Booking, Story.Note])
            {
                var holds = ledger.Holds(name, name == Story.Booking ? Story.Cost : null, story.Now, Story.Settings).Holds;
                if (holds && !MayHold(story, name))
                {
                    faults.Add($"{name} holds after {read} events");
                }
            }
        }

        return faults;
    }

    private static bool MayHold(Story story, string name)
    {
        var events = story.Facts.ConvertAll(fact => fact.Event);
        var accepted = events.FindLastIndex(happened => happened is AutonomyAccepted yes && yes.Class == name);
        return accepted >= 0 && !events.Skip(accepted + 1).Any(happened => Touches(story, happened, name));
    }

    private static bool Touches(Story story, JournalEvent happened, string name)
    {
        bool IsOf(EffectId effect) => story.Facts.Any(fact => fact.Event is EffectJudged judged && judged.Effect == effect && judged.Class == name);
        bool Has(Func<Story.Asked, bool> which) => story.Proposals.Where(which).SelectMany(asked => asked.Effects).Any(IsOf);

        return happened switch
        {
            ApprovalRejected rejected => IsOpen(story, rejected.Approval, happened) && Has(asked => asked.Approval == rejected.Approval),
            ChangeRequested changed => IsOpen(story, changed.Approval, happened) && Has(asked => asked.Approval == changed.Approval),
            EffectFailed failed => IsOf(failed.Effect),
            EffectSettled { Settlement: not Settlement.Happened } settled => IsOf(settled.Effect),
            UndoRequested undo => Has(asked => asked.Proposal == undo.Proposal),
            AutonomyRevoked revoked => revoked.Class == name,
            _ => false,
        };
    }

    /// <summary>An answer to what was not asked, or was answered before, is no event in a real journal; here it is, and must change nothing.</summary>
    private static bool IsOpen(Story story, ApprovalId approval, JournalEvent happened)
    {
        var before = story.Facts.TakeWhile(fact => !ReferenceEquals(fact.Event, happened)).Select(fact => fact.Event).ToList();
        return before.Exists(other => other is ApprovalRequested asked && asked.Approval == approval)
            && !before.Exists(other => other is ApprovalGranted granted && granted.Approval == approval)
            && !before.Exists(other => other is ApprovalRejected rejected && rejected.Approval == approval)
            && !before.Exists(other => other is ChangeRequested changed && changed.Approval == approval)
            && !before.Exists(other => other is ApprovalExpired expired && expired.Approval == approval);
    }

    private static void Do(Story story, byte command)
    {
        var name = command >= 128 ? Story.Booking : Story.Note;
        if (command % 16 > 9 && story.Proposals.Count > 0)
        {
            Trouble(story, command % 16, story.Proposals[^(1 + (command / 16 % Math.Min(3, story.Proposals.Count)))]);
            return;
        }

        _ = (command % 16) switch
        {
            0 or 1 => story.Earn(1, name),
            2 => story.Earn(1, Story.Booking, Story.Note),
            3 => story.Days(command / 8),
            4 => Run(story, () => story.RunUnasked(name)),
            5 or 6 => Run(story, () => story.Ask(name, null)),
            7 => story.Revoke(name),
            8 => story.Offered(name),
            9 => story.Accept(name),
            _ => story,
        };
    }

    private static Story Trouble(Story story, int which, Story.Asked asked) => which switch
    {
        10 => story.Reject(asked),
        11 => story.Change(asked),
        12 => story.Record(new EffectFailed(asked.Effects[0], 1, false)),
        13 => story.Undo(asked),
        14 => story.Record(new EffectSettled(asked.Effects[0], (Settlement)(story.Facts.Count % 3), ChannelName.Web, "operator")),
        _ => story.Record(new ApprovalExpired(asked.Approval)),
    };

    private static Story Run(Story story, Action act)
    {
        act();
        return story;
    }

    private static AutonomyLedger Fold(AutonomyLedger ledger, IEnumerable<(JournalEvent Event, DateTimeOffset At)> facts) =>
        facts.Aggregate(ledger, (state, fact) => state.Apply(fact.Event, fact.At));
}
