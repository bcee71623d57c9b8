using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Tests.Support;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Trust;

/// <summary>
/// Holds what came in outside against the journal. It knows by itself which kinds are outward, whose address the operator gave and what has to stand
/// in the journal first, and shares none of that with the kernel.
/// </summary>
internal sealed class Ward(KernelHarness harness, OutsideWorld world, IReadOnlySet<string> given)
{
    private readonly List<string> _faults = [];
    private readonly Dictionary<EffectId, Story> _stories = [];
    private readonly HashSet<ProposalId> _typed = [];
    private readonly Dictionary<ApprovalId, ApprovalRequested> _asked = [];
    private readonly Dictionary<ProposalId, Digest> _granted = [];

    public int Internal { get; private set; }

    public int Denied => _stories.Values.Count(story => story.Judged?.Answer is EffectJudged.AnswerKind.Deny);

    public int Unasked { get; private set; }

    public IReadOnlyList<string> Faults => _faults;

    public async Task<Ward> LookAsync()
    {
        foreach (var stream in harness.Store.Commits().Select(commit => commit.Stream).Distinct())
        {
            var commits = await harness.Process.Journal.ReadStreamAsync(stream, CancellationToken.None);
            _faults.AddRange(stream.Value.StartsWith("work/", StringComparison.Ordinal) ? History.FaultsIn(commits) : []);
            commits.SelectMany(commit => commit.Events).ToList().ForEach(Take);
        }

        foreach (var call in world.Calls)
        {
            Look(call);
        }

        Internal = _stories.Values.Count(story => story is { Requested: true } && !OutsideWorld.IsOutward(story.Line.Kind));
        await LookAtThePolicyAsync();
        Must((await harness.Desk.VerifyAsync(CancellationToken.None)).Ok, "the journal does not verify");
        return this;
    }

    private void Take(JournalEvent happened)
    {
        switch (happened)
        {
            case ProposalDrafted drafted:
                foreach (var line in drafted.Effects)
                {
                    _stories[line.Effect] = new Story(drafted.Proposal, line);
                }

                break;
            case EffectJudged judged:
                _stories[judged.Effect] = _stories[judged.Effect] with { Judged = judged };
                break;
            case EffectRequested requested:
                _stories[requested.Effect] = _stories[requested.Effect] with { Requested = true };
                break;
            case ApprovalRequested asked:
                _asked[asked.Approval] = asked;
                break;
            case ApprovalGranted granted:
                _granted[_asked[granted.Approval].Proposal] = granted.Digest;
                _ = _asked[granted.Approval].Tier >= 2 && _typed.Add(_asked[granted.Approval].Proposal);
                break;
            default:
                break;
        }
    }

    private void Look(Permit call)
    {
        var name = call.Effect.Kind.Value;
        if (!_stories.TryGetValue(call.Effect.Id, out var story) || !story.Requested)
        {
            _faults.Add($"{name} was called without an intent in the journal");
            return;
        }

        Must(Digest.Of(call.Effect.Bytes.Span) == story.Line.Digest, $"{name} was called with other bytes");
        if (_granted.ContainsKey(story.Proposal))
        {
            return;
        }

        Unasked += OutsideWorld.IsOutward(call.Effect.Kind) ? 1 : 0;
        Must(story.Judged is { Answer: EffectJudged.AnswerKind.Allow }, $"{name} was called without leave");
        if (OutsideWorld.IsOutward(call.Effect.Kind))
        {
            LookAtUnasked(call.Effect);
        }
    }

    private void LookAtUnasked(Effect effect)
    {
        Must(given.Count > 0, $"{effect.Kind} went out unasked");
        foreach (var value in OutsideWorld.SensitiveIn(effect).Where(value => !given.Contains(value.Value)))
        {
            _faults.Add($"{effect.Kind} went out unasked with a {value.Name} that the operator never gave: {value.Value}");
        }

        Must(effect.Kind.Value != "money.pay" || OutsideWorld.CostOf(effect) is { Currency: "EUR", Minor: >= 0 }, "money went out unasked that no cap can count");
    }

    private async Task LookAtThePolicyAsync()
    {
        var commits = await harness.Process.Journal.ReadStreamAsync(StreamId.Policy, CancellationToken.None);
        foreach (var (commit, happened) in commits.SelectMany(commit => commit.Events.Select(happened => (commit, happened))))
        {
            Must(happened is PolicyAdopted, $"the policy's stream holds a {EventCodec.TypeOf(happened).Name} at {commit.Position}");
            Must(happened is not PolicyAdopted { Effect: { } effect } || _typed.Contains(_stories[effect].Proposal), "the policy changed without typed words");
        }
    }

    private void Must(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }
    }

    private sealed record Story(ProposalId Proposal, ProposalDrafted.EffectLine Line)
    {
        public EffectJudged? Judged { get; init; }

        public bool Requested { get; init; }
    }
}
