using AiOs.Contracts.Approvals;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Approvals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Records;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Doubles;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiOs.Kernel.Tests.Support;

/// <summary>One work item under any sequence of commands, without a journal: the deciders and nothing else.</summary>
internal sealed class ItemMachine
{

    private readonly SeededEntropy _entropy = new(7);
    private readonly FakeTimeProvider _time = new(Some.Moment);
    private readonly ScriptedAgent _agent = new();
    private readonly List<EffectRequested> _calls = [];
    private readonly IdSource _ids;
    private readonly EffectCatalog _catalog;
    private readonly Preparation _preparation;
    private HostState _host;
    private PureSteps _steps;
    private int _variant;

    public ItemMachine()
    {
        _ids = new IdSource(_time, _entropy);
        _catalog = new EffectCatalog(
            [
                new ScriptedConnector(),
                new ScriptedConnector { Kind = EffectKind.NoteKeep, Category = EffectCategory.Internal, OutcomeClass = OutcomeClass.Keyed },
                new ScriptedConnector { Kind = new EffectKind("money.pay"), Category = EffectCategory.Money, OutcomeClass = OutcomeClass.Keyed },
            ],
            _ids,
            _entropy);
        _agent.Write = _ => Variant(_variant);
        _preparation = NewPreparation();
        (_host, _steps) = NewHost();
        var received = new MessageReceived(new MessageId(_ids.Next()), ChannelName.Mail, Contracts.Messages.Authority.External, 0, null)
        {
            Personal = new MessageReceived.Words(Some.Mail().Content, null),
        };
        var id = new WorkItemId(_ids.Next());
        Item = new WorkItem { Stream = StreamId.Of(id), Id = id };
        Record([received, new WorkItemOpened(received.Message)]);
    }

    public WorkItem Item { get; private set; }

    public List<(JournalEvent Event, DateTimeOffset At)> Events { get; } = [];

    public Surroundings Around => new()
    {
        Now = _time.GetUtcNow(),
        Incarnation = _host.Incarnation,
        Alone = _host.Alone,
        Frozen = _host.FrozenBecause is not null,
        Policy = KernelHarness.BuiltIn,
    };

    /// <summary>One command out of one byte.</summary>
    public void Do(byte command)
    {
        var argument = command / 12;
        switch (command % 12)
        {
            case 0:
                _time.Advance(TimeSpan.FromSeconds(20 * (argument + 1)));
                break;
            case 1:
                _time.Advance(TimeSpan.FromDays(argument % 9));
                break;
            case 2:
                _variant = argument;
                break;
            case 3:
                Decide(Item.CurrentApproval, DecisionKind.Approve, argument % 4 == 0);
                break;
            case 4:
                Decide(Item.Approvals.ElementAtOrDefault(argument % Math.Max(1, Item.Approvals.Length)), DecisionKind.Approve, isWrong: false);
                break;
            case 5:
                Decide(Item.CurrentApproval, argument % 2 == 0 ? DecisionKind.Reject : DecisionKind.Approve, isWrong: false);
                break;
            case 6:
                Decide(Item.CurrentApproval, DecisionKind.Change, isWrong: false);
                break;
            case 7:
                Answer();
                break;
            case 8:
                End(argument, new EffectResult.Done("ref", "Done."));
                break;
            case 9:
                End(argument / 2, argument % 2 == 0 ? new EffectResult.Failed("No.", MayRetry: true) : new EffectResult.Unknown("Perhaps."));
                break;
            case 10:
                Settle((Settlement)(argument % 3));
                break;
            default:
                (_host, _steps) = NewHost();
                if (argument % 3 == 0)
                {
                    _host.Freeze("a test froze it");
                }

                break;
        }

        Wake();
    }

    /// <summary>Takes every step that is due, as the loop does.</summary>
    public void Wake()
    {
        for (var rounds = 0; rounds < 20; rounds++)
        {
            var facts = Prepare() is { Count: > 0 } prepared ? prepared : _steps.Run(Item, Around);
            if (facts.Count == 0)
            {
                return;
            }

            Record(facts);
        }

        throw new InvalidOperationException("The work item never rests.");
    }

    private static ProposalDraft Variant(int variant) => (variant % 7) switch
    {
        0 => Some.Proposal(Some.Email("Thank you.")),
        1 => Some.Proposal(Some.Note("asked"), Some.Email("Thank you.")),
        2 => Some.Proposal(Some.Email("It costs [?price].")) with { Question = "What does it cost?" },
        3 => Some.Proposal(Some.Note("asked"), Some.Note("asked again")),
        4 => Some.Proposal() with { Question = "What is this?" },
        5 => Some.Proposal(Some.Note("asked")) with { Question = "What is this?" },
        _ => Some.Proposal(new EffectDraft(new EffectKind("money.pay"), """{"amount":"12.00 EUR"}"""), Some.Email("Paid.")),
    };

    private void Record(IReadOnlyList<JournalEvent> facts)
    {
        var at = _time.GetUtcNow();
        Events.AddRange(facts.Select(happened => (happened, at)));
        Item = Item.Apply(facts, at) with { Version = Item.Version + 1, ChangedAt = at };
        _calls.AddRange(facts.OfType<EffectRequested>());
    }

    /// <summary>As the desk does: the facts and all that follows from them.</summary>
    private void RecordOn(IReadOnlyList<JournalEvent> facts)
    {
        if (facts.Count > 0)
        {
            Record([.. facts, .. _steps.Run(Item.Apply(facts, _time.GetUtcNow()), Around)]);
        }
    }

    private void Decide(Approval? approval, DecisionKind kind, bool isWrong)
    {
        if (approval is null)
        {
            return;
        }

        var decision = new OperatorDecision
        {
            Approval = approval.Id,
            Kind = kind,
            Digest = isWrong ? Digest.Zero : approval.Asked.Digest,
            Channel = ChannelName.Web,
            By = Some.Operator,
            Nonce = approval.Nonce ?? string.Empty,
            Text = "shorter",
        };
        RecordOn(approval.Decide(decision, _time.GetUtcNow(), _steps.NewNonce()) is ApprovalAnswer.Decided decided ? decided.Events : []);
    }

    private void Answer()
    {
        if (Item.HasQuestion && Item.State is not Contracts.Desk.WorkItemState.Performing)
        {
            RecordOn([new QuestionAnswered(ChannelName.Web, Some.Operator) { Personal = new QuestionAnswered.Words("it is") }]);
        }
    }

    /// <summary>Any call that was ever made may still answer, more than once and however late.</summary>
    private void End(int argument, EffectResult result)
    {
        if (_calls.Count > 0)
        {
            var call = _calls[^(1 + (argument % _calls.Count))];
            RecordOn(Item.FindEffect(call.Effect)?.Take(call.Attempt, result, _time.GetUtcNow(), _catalog.TermsOf(Item.FindEffect(call.Effect)!.Line.Kind)) ?? []);
        }
    }

    private void Settle(Settlement settlement) =>
        RecordOn(Item.Effects.FirstOrDefault(effect => effect.Phase is EffectPhase.Unknown)?.Settle(settlement, ChannelName.Web, Some.Operator) ?? []);

    /// <summary>No Record is ever found here, so no journal is asked for one.</summary>
    private Preparation NewPreparation()
    {
        var settings = new WorkspaceSettings { Id = new WorkspaceId("w1"), TimeZone = TimeZoneInfo.Utc, Currency = "EUR" };
        var records = new RecordReader(journal: null!, new InMemoryJournalStore(), new Vault(new WorkspaceKeys(new byte[WorkspaceKeys.MasterLength], KernelHarness.HeadKey), _entropy));
        return new Preparation(new ScriptedIntake(), _agent, _catalog, records, settings, _ids, _time, NullLogger<Preparation>.Instance);
    }

    /// <summary>What the loop does outside the writer.</summary>
    private IReadOnlyList<JournalEvent> Prepare() => NextStep.Of(Item, Around) is Step.Classify or Step.Draft
        ? _preparation.PrepareAsync(Item, CancellationToken.None).GetAwaiter().GetResult().Facts
        : [];

    private (HostState Host, PureSteps Steps) NewHost() => (new HostState(_entropy, new InMemoryJournalStore()), new PureSteps(_catalog, _ids, _entropy));
}
