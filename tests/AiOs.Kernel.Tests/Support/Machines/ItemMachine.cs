using System.Collections.Immutable;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Kernel.Agents;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Context;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Ledger;
using AiOs.Kernel.Records;
using AiOs.Kernel.Timing;
using AiOs.Kernel.WorkItems;
using AiOs.Kernel.WorkItems.Preparing;
using AiOs.Kernel.WorkItems.Routines;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Kernel.Tests.Support.Machines;

/// <summary>
/// One work item under any sequence of commands, without a journal: the deciders and nothing else. Beside its events it notes what no event
/// shows: whether a tap was wrong that decided, whether something was sent while all was frozen, or on a ground that was lost.
/// </summary>
internal sealed class ItemMachine
{
    private static readonly WorkspaceSettings Settings = new() { Id = new WorkspaceId("w1"), TimeZone = TimeZoneInfo.Utc, Currency = "EUR" };

    /// <summary>Nothing is ever written here: no Record, no open question of another work item.</summary>
    private static readonly InMemoryJournalStore NoStore = new();
    private static readonly Vault NoVault = new(new WorkspaceKeys(new byte[WorkspaceKeys.MasterLength], KernelHarness.HeadKey), new SeededEntropy(7));
    private static readonly WorkspaceJournal NoJournal = new(
        NoStore, new LedgerKeeper(NoStore, TimeZoneInfo.Utc), NoVault, Settings.Id, new IdSource(TimeProvider.System, new SeededEntropy(7)), TimeProvider.System, new NoBoundary());

    private readonly SeededEntropy _entropy = new(7);
    private readonly FakeTimeProvider _time = new(Some.Moment);
    private readonly ScriptedAgent _agent = new();
    private readonly List<EffectRequested> _calls = [];
    private readonly EffectCatalog _catalog;
    private readonly Preparation _preparation;
    private readonly PureSteps _steps;
    private HostState _host;
    private RecordState _record = new() { Stream = StreamId.Of(Outside.Berg), Id = Outside.Berg };
    private EffectLookUp _lookUp = new EffectLookUp.NotFound();
    private bool _frozen;
    private bool _agentFails;
    private int _policy;
    private int _variant;

    public ItemMachine()
    {
        var ids = new IdSource(_time, _entropy);
        _catalog = new EffectCatalog(Outside.Connectors(), ids, _entropy);
        _agent.Write = _ => _agentFails ? throw new InvalidOperationException("the agent is broken") : Outside.Draft(_variant, _record.Version);
        var records = new RecordReader(NoJournal, NoStore, NoVault, _time);
        _preparation = new Preparation(new Understanding(new ScriptedIntake(), records, NewContext(), Settings), new AgentRoster([_agent]), _catalog, records, new RelatedRecords(NoJournal, NoStore, _time), NewContext(), new MissingFacts(NoJournal, NoStore), new Routines([]), Settings, ids, _time, NullLogger<Preparation>.Instance);
        _steps = new PureSteps(_catalog, ids, _entropy);
        _host = NewHost(alone: true);
        var received = new MessageReceived(new MessageId(ids.Next()), ChannelName.Mail, Contracts.Messages.Authority.External, 0, null)
        {
            Personal = new MessageReceived.Words(Some.Mail().Content, null),
        };
        var id = new WorkItemId(ids.Next());
        Item = new WorkItem { Stream = StreamId.Of(id), Id = id };
        Record([received, new WorkItemOpened(received.Message)]);
    }

    public WorkItem Item { get; private set; }

    public List<(JournalEvent Event, DateTimeOffset At)> Events { get; } = [];

    /// <summary>What went wrong that no event shows.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Taps that had to be refused, and were.</summary>
    public int Refused { get; private set; }

    public Surroundings Around => new()
    {
        Now = _time.GetUtcNow(),
        Incarnation = _host.Incarnation,
        Alone = _host.Alone,
        Frozen = _frozen || _host.FrozenBecause is not null,
        Policy = Policies.Of(_policy),
        Others = new Dictionary<StreamId, Aggregate> { [_record.Stream] = _record },
    };

    private BriefContext NewContext() => new(new NoLessons(), new NoContext(), new JournalFeed(NoJournal, NoStore, NoVault), Settings, _time, NullLogger<BriefContext>.Instance);

    /// <summary>Commands out of bytes, two for each: what, and how. The first two choose the draft and the policy.</summary>
    public void DoAll(IReadOnlyList<byte> script, Action? afterEach = null)
    {
        (_variant, _policy) = script.Count > 1 ? (script[0], script[1]) : (0, 0);
        Wake();
        for (var index = 2; index + 1 < script.Count; index += 2)
        {
            Do(script[index], script[index + 1]);
            Wake();
            afterEach?.Invoke();
        }
    }

    private void Do(byte command, byte how)
    {
        switch (command % 4)
        {
            case 0:
                Tap(command / 4, how);
                break;
            case 1:
                End(command / 4, how);
                break;
            case 2:
                Pass(command / 4, how);
                break;
            default:
                Change(command / 4, how);
                break;
        }
    }

    private void Pass(int command, byte how)
    {
        TimeSpan[] steps = [TimeSpan.FromSeconds(20 * ((how % 12) + 1)), TimeSpan.FromMinutes(how), TimeSpan.FromHours(how % 30), TimeSpan.FromDays(how % 9)];
        _time.Advance(steps[command % steps.Length]);
    }

    private void Tap(int command, byte how)
    {
        switch (command % 10)
        {
            case 0 or 1 or 2:
                Decide(Item.CurrentApproval, DecisionKind.Approve, Spoil.Nothing, how);
                break;
            case 3 or 4:
                Decide(Item.CurrentApproval, DecisionKind.Approve, (Spoil)(1 + (how % 4)), how);
                break;
            case 5:
                Decide(Item.Approvals.ElementAtOrDefault(how % Math.Max(1, Item.Approvals.Length)), DecisionKind.Approve, Spoil.Nothing, how);
                break;
            case 6:
                Decide(Item.CurrentApproval, how % 3 == 0 ? DecisionKind.Reject : DecisionKind.Change, (Spoil)(how % 2), how);
                break;
            case 7:
                Answer(how);
                break;
            case 8:
                RecordOn(Item.Effects.FirstOrDefault(effect => effect.Phase is EffectPhase.Unknown)?.Settle((Settlement)(how % 3), ChannelName.Web, Some.Operator) ?? []);
                break;
            default:
                RecordOn(TakingBack.Ask(Item, Around, ChannelName.Web, Some.Operator, out _));
                break;
        }
    }

    /// <summary>Any call that was ever made may still answer, more than once and however late; the newest most often.</summary>
    private void End(int command, byte how)
    {
        if (_calls.Count == 0)
        {
            return;
        }

        EffectResult result = (command % 6) switch
        {
            0 or 1 => new EffectResult.Done("ref", "Done."),
            2 => new EffectResult.Failed("No.", MayRetry: how % 2 == 0),
            3 => new EffectResult.Failed("Busy.", MayRetry: true, TimeSpan.FromHours(1)),
            4 => new EffectResult.NotTried("Not now.", _time.GetUtcNow().AddMinutes(how)),
            _ => new EffectResult.Unknown("Perhaps."),
        };
        var call = _calls[^(1 + (how % 4 == 0 ? how % _calls.Count : 0))];
        if (Item.FindEffect(call.Effect) is { } effect)
        {
            RecordOn(effect.Take(call.Attempt, result, _time.GetUtcNow(), _catalog.TermsOf(effect.Line.Kind)));
        }
        else
        {
            Faults.Add("a call ended of which the work item knows nothing any more");
        }
    }

    private void Change(int command, byte how)
    {
        switch (command % 7)
        {
            case 0 or 1:
                _variant = how;
                break;
            case 2:
                _host = NewHost(alone: how % 2 == 0);
                if (how % 7 == 0)
                {
                    _host.Freeze("a test froze it");
                }

                break;
            case 3:
                _frozen = how % 3 == 0;
                break;
            case 4:
                _policy = how;
                break;
            case 5:
                var fields = ImmutableDictionary<string, RecordField>.Empty.Add("city", new RecordField(how % 2 == 0 ? "Köln" : "Bonn", Provenance.Operator));
                _record = _record with { Version = _record.Version + 1, Fields = fields };
                break;
            default:
                _agentFails = how % 4 == 0;
                EffectLookUp[] answers = [new EffectLookUp.Found("ref", "It is there."), new EffectLookUp.NotFound(), new EffectLookUp.CannotTell("Nobody answers.")];
                _lookUp = answers[how % 3];
                break;
        }
    }

    /// <summary>Takes every step that is due, as the loop does.</summary>
    private void Wake()
    {
        for (var rounds = 0; rounds < 20; rounds++)
        {
            var facts = Act(NextStep.Of(Item, Around));
            if (facts.Count == 0)
            {
                return;
            }

            RecordOn(facts);
        }

        throw new InvalidOperationException("The work item never rests.");
    }

    private IReadOnlyList<JournalEvent> Act(Step step) => step switch
    {
        Step.Classify or Step.Draft => _preparation.PrepareAsync(Item, CancellationToken.None).GetAwaiter().GetResult().Facts,
        Step.Compensate compensate => Compensate(compensate.Effects),
        Step.LookUp look => look.Effect.Take(_lookUp, _time.GetUtcNow(), _catalog.TermsOf(look.Effect.Line.Kind)),
        _ => _steps.Run(Item, Around),
    };

    private IReadOnlyList<JournalEvent> Compensate(IEnumerable<EffectAttempt> effects)
    {
        var drafts = new List<(EffectId, EffectDraft)>();
        foreach (var effect in effects)
        {
            if (_catalog.Find(effect.Line.Kind).CompensationAsync(effect.Effect!, string.Empty, CancellationToken.None).GetAwaiter().GetResult() is { } draft)
            {
                drafts.Add((effect.Id, draft));
            }
        }

        return drafts.Count > 0
            ? _preparation.CompensateAsync(Item, drafts, CancellationToken.None).GetAwaiter().GetResult().Facts
            : [new WorkItemFinished(Item.UndoAsked ? Contracts.Desk.WorkItemState.Done : Contracts.Desk.WorkItemState.Failed)];
    }

    private void Decide(Approval? approval, DecisionKind kind, Spoil spoil, byte how)
    {
        if (approval is null || !Taps.Can(spoil, approval, kind))
        {
            return;
        }

        if (approval.Decide(Taps.On(approval, kind, spoil, how % 2 == 0 ? "web" : "chat"), _time.GetUtcNow(), _steps.NewNonce()) is not ApprovalAnswer.Decided decided)
        {
            Refused += spoil is Spoil.Nothing ? 0 : 1;
            return;
        }

        Faults.AddRange(spoil is Spoil.Nothing ? [] : [$"a tap with a wrong {spoil} decided"]);
        RecordOn(kind is DecisionKind.Approve && Ground.LostBy(Item, approval, Around) is { } lost ? [lost] : decided.Events);
    }

    /// <summary>An answer may turn out to be none, as long as nothing has begun because of it.</summary>
    private void Answer(byte how)
    {
        if (how % 3 == 0 && Item.Answer is { } taken && TakenAnswer.CanBeWithdrawn(Item, taken.Message))
        {
            RecordOn([new AnswerWithdrawn(taken.Message, ChannelName.Telegram, Some.Operator)]);
            return;
        }

        var message = new MessageId(new Guid(how, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));
        RecordOn(Item.HasQuestion && Item.State is not Contracts.Desk.WorkItemState.Performing
            ? [new QuestionAnswered(ChannelName.Web, Some.Operator) { Via = "pending", Message = message, Personal = new QuestionAnswered.Words("it is") }]
            : []);
    }

    /// <summary>As every commit: the facts and all that follows from them.</summary>
    private void RecordOn(IReadOnlyList<JournalEvent> facts)
    {
        if (facts.Count > 0)
        {
            Record([.. facts, .. _steps.Run(Item.Apply(facts, _time.GetUtcNow()), Around)]);
        }
    }

    private void Record(IReadOnlyList<JournalEvent> facts)
    {
        var at = _time.GetUtcNow();
        Events.AddRange(facts.Select(happened => (happened, at)));
        Item = Item.Apply(facts, at) with { Version = Item.Version + 1, ChangedAt = at };
        foreach (var requested in facts.OfType<EffectRequested>())
        {
            _calls.Add(requested);
            Faults.AddRange(LastLook.FaultsIn(requested, Item, Around, _record));
        }
    }

    private HostState NewHost(bool alone) => new(_entropy, new InMemoryJournalStore { IsExclusive = alone });
}
