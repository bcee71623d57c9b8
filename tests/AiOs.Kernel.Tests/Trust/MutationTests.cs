using System.Text;
using System.Text.Json.Nodes;
using AiOs.Contracts;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.WorkItems;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Trust;

/// <summary>
/// Rule 4 and TRUST.md part 4, approval not equal to execution: whitespace trimmed after approval, a script swapped on disk, fields changed after the tap
/// (OpenClaw CVE-2026-32065, -32058, -32921; GHSA-xww8-gqvh-92x9). Every leaf of every kind is changed after the yes.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly Func<string, JsonNode?>[] Changes =
    [
        text => text + " ", text => " " + text, text => text + "\u200b", text => text + "\n", text => text.ToUpperInvariant() + "x", text => "x", text => string.Empty, _ => null, _ => 7, _ => true, text => new JsonArray(text), text => new JsonObject { ["value"] = text },
    ];

    [Fact]
    public async Task Bytes_ChangedAfterTheYes_NeverRun()
    {
        await using var harness = await StartAsync();
        var (events, asked) = await AskedAsync(harness);
        var drafted = events.OfType<ProposalDrafted>().Single();
        var mutants = MutantsOf(drafted).ToArray();
        var before = harness.World.Calls.Count;

        Assert.NotEmpty(Requests(harness.Kernel, events, asked, drafted));
        Assert.All(mutants, mutant => Assert.Empty(Requests(harness.Kernel, events, asked, mutant)));
        Assert.Equal(before, harness.World.Calls.Count);
        Assert.True(mutants.Length >= 500, $"only {mutants.Length} mutations");

        // The control: an approval that binds to the ids of the effects alone would let these run.
        Assert.True(mutants.Count(mutant => mutant.Effects.Select(line => line.Effect).SequenceEqual(asked.Effects)) >= 500);
        output.WriteLine($"{mutants.Length} mutations after approval, 0 requested");
    }

    [Fact]
    public async Task Bytes_ThatAreNotThoseOfTheirDigest_GetNoPermit()
    {
        await using var harness = await StartAsync();
        var (events, asked) = await AskedAsync(harness);
        var drafted = events.OfType<ProposalDrafted>().Single();
        var item = Granted(events, asked, drafted);
        var refused = 0;
        foreach (var effect in item.CurrentEffects)
        {
            var requested = effect.Apply(new EffectRequested(effect.Id, 1, effect.Key, "host", Some.Moment.AddMinutes(1)), Some.Moment);
            foreach (var bytes in MutantsOf(EffectBytes.TextOf(effect.Effect!)))
            {
                var swapped = requested with { Effect = effect.Effect! with { Bytes = Encoding.UTF8.GetBytes(bytes) } };
                await Assert.ThrowsAsync<AiOsException>(() => harness.Kernel.Process.Get<IEffectDispatcher>().PerformAsync(swapped));
                refused++;
            }
        }

        Assert.Empty(harness.World.Calls);
        Assert.True(refused >= 500, $"only {refused} mutations");
        output.WriteLine($"{refused} swapped bytes, 0 permits");
    }

    private static async Task<Stage> StartAsync()
    {
        var world = new OutsideWorld();
        var kernel = new KernelHarness { Mail = world.Mail, Others = world.Others };
        await kernel.OpenAsync();
        kernel.Agent.Write = _ => Some.Proposal(
            Some.Email("Thank you.  \n"),
            Some.Note("asked"),
            Some.Client("Köln"),
            Draft("note.withdraw", $$"""{"note":"{{Guid.Empty:N}}","title":"Anna"}"""),
            Draft("policy.change", """{"expectedVersion":0,"change":"set-cap","scope":"spending","period":"day","minor":100,"currency":"EUR"}"""),
            Draft("money.pay", """{"minor":100,"currency":"EUR","iban":"DE02120300000000202051","to":"anna@berg.example"}"""),
            Draft("contract.sign", """{"to":"anna@berg.example","text":"a chair","parts":["one","two"]}"""));
        return new Stage(kernel, world);
    }

    private static EffectDraft Draft(string kind, string arguments) => new(new EffectKind(kind), arguments);

    private static async Task<(IReadOnlyList<JournalEvent> Events, ApprovalRequested Asked)> AskedAsync(Stage stage)
    {
        var item = await stage.Kernel.ReceivedAsync();
        var commits = await stage.Kernel.Process.Journal.ReadStreamAsync(StreamId.Of(item.Id), CancellationToken.None);
        JournalEvent[] events = [.. commits.SelectMany(commit => commit.Events)];
        return (events, events.OfType<ApprovalRequested>().Single());
    }

    /// <summary>The work item as it would be with another draft under the same yes.</summary>
    private static WorkItem Granted(IReadOnlyList<JournalEvent> events, ApprovalRequested asked, ProposalDrafted drafted)
    {
        var empty = new WorkItem { Stream = StreamId.Of(new WorkItemId(Guid.Empty)), Id = new WorkItemId(Guid.Empty) };
        JournalEvent[] all = [.. events.Select(happened => happened is ProposalDrafted ? drafted : happened), new ApprovalGranted(asked.Approval, asked.Digest, ChannelName.Web, "operator")];
        return empty.Apply(all, Some.Moment);
    }

    private static IEnumerable<EffectRequested> Requests(KernelHarness kernel, IReadOnlyList<JournalEvent> events, ApprovalRequested asked, ProposalDrafted drafted)
    {
        var around = new Surroundings { Now = Some.Moment, Incarnation = "host", Alone = true, Policy = KernelHarness.BuiltIn };
        return kernel.Process.Get<PureSteps>().Run(Granted(events, asked, drafted), around).OfType<EffectRequested>();
    }

    private static IEnumerable<ProposalDrafted> MutantsOf(ProposalDrafted drafted)
    {
        var words = drafted.Personal!;
        for (var index = 0; index < drafted.Effects.Count; index++)
        {
            foreach (var bytes in MutantsOf(words.EffectBytes[index]))
            {
                yield return With(drafted, index, bytes);
            }
        }

        yield return drafted with { Effects = [.. drafted.Effects.Reverse()], Personal = words with { EffectBytes = [.. words.EffectBytes.Reverse()], Grounds = null } };
    }

    /// <summary>The digest in the journal fits the changed bytes, so that only the approval's own can tell.</summary>
    private static ProposalDrafted With(ProposalDrafted drafted, int index, string bytes)
    {
        var (lines, texts) = (drafted.Effects.ToArray(), drafted.Personal!.EffectBytes.ToArray());
        lines[index] = lines[index] with { Digest = Digest.Of(Encoding.UTF8.GetBytes(bytes)) };
        texts[index] = bytes;
        return drafted with { Effects = lines, Personal = drafted.Personal with { EffectBytes = texts } };
    }

    private static IEnumerable<string> MutantsOf(string bytes)
    {
        yield return bytes + " ";
        for (var leaf = 0; leaf < LeavesOf(JsonNode.Parse(bytes)!).Count(); leaf++)
        {
            foreach (var change in Changes)
            {
                var root = JsonNode.Parse(bytes)!;
                var node = LeavesOf(root).ElementAt(leaf);
                node.ReplaceWith(change(node.ToString()));
                if (root.ToJsonString() is var changed && !JsonNode.DeepEquals(JsonNode.Parse(bytes), JsonNode.Parse(changed)))
                {
                    yield return changed;
                }
            }
        }
    }

    private static IEnumerable<JsonNode> LeavesOf(JsonNode node) => node switch
    {
        JsonObject one => one.Select(member => member.Value).OfType<JsonNode>().SelectMany(LeavesOf),
        JsonArray many => many.OfType<JsonNode>().SelectMany(LeavesOf),
        _ => [node],
    };

    private sealed record Stage(KernelHarness Kernel, OutsideWorld World) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Kernel.DisposeAsync();
    }
}
