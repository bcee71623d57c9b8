using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Contracts.Proposals;
using AiOs.Memory.Embedding;
using AiOs.Memory.Knowledge;
using AiOs.Memory.Vectors;
using AiOs.Storage.Sqlite.Knowledge;
using AiOs.Testing;
using AiOs.Testing.Kernel;
using AiOs.Testing.Stores;

namespace AiOs.Memory.Tests.Knowledge;

/// <summary>What the real kernel journals becomes memory, and always the same memory.</summary>
public sealed class LearnerTests : IAsyncDisposable
{
    private static readonly KnowledgeFilter Everything = new() { History = true };

    private readonly KernelHarness _kernel = new();
    private readonly InMemoryKnowledgeStore _store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IJournalFeed Feed => _kernel.Process.Get<IJournalFeed>();

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    [Fact]
    public async Task Learn_MailThatIsAnswered_KeepsWhatCameAndWhatWentOut()
    {
        await _kernel.OpenAsync();
        await AnswerAsync(DecisionKind.Approve, null);

        var items = await FollowAsync(_store);

        var message = items.Single(item => item.Kind == KnowledgeKind.Message);
        Assert.Equal((Provenance.External, "A question", "What does a week cost?"), (message.Provenance, message.Title, message.Text));
        Assert.Contains(Feed.SubjectOf("ANNA@berg.example "), message.Subjects);
        var output = items.Single(item => item.Kind == KnowledgeKind.Output);
        Assert.Equal(Provenance.Model, output.Provenance);
        Assert.StartsWith("Thank you.", output.Text, StringComparison.Ordinal);
        Assert.Equal(message.Neighbourhood, output.Neighbourhood);
        Assert.Contains(Feed.SubjectOf("anna@berg.example"), output.Subjects);
    }

    [Fact]
    public async Task Learn_Rejection_KeepsTheOperatorsWordsApartFromOurs()
    {
        await _kernel.OpenAsync();
        await AnswerAsync(DecisionKind.Reject, "Never promise a week.");

        var items = await FollowAsync(_store);

        var correction = items.Single(item => item.Kind == KnowledgeKind.Correction);
        Assert.Equal((Provenance.Operator, "Never promise a week."), (correction.Provenance, correction.Text));
        var outcome = items.Single(item => item.Kind == KnowledgeKind.Outcome);
        Assert.Equal((Provenance.Model, "Answer Anna."), (outcome.Provenance, outcome.Text));
        Assert.DoesNotContain(items, item => item.Provenance == Provenance.Operator && item.Text.Contains("What does", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Remember_Words_AreKeptAsTheOperatorsAndFound()
    {
        await _kernel.OpenAsync();
        var notebook = _kernel.Process.Get<INotebook>();

        var said = await notebook.RememberAsync("  Anna likes short letters.\nAlways.  ", ChannelName.Web, "operator", Token);
        var refused = await notebook.RememberAsync(" ", ChannelName.Web, "operator", Token);

        Assert.True(said.Accepted);
        Assert.False(refused.Accepted);
        var note = Assert.Single(await FollowAsync(_store));
        Assert.Equal((Provenance.Operator, "Anna likes short letters.", KnowledgeKind.Note), (note.Provenance, note.Title, note.Kind));
        Assert.Equal(note.Id, Assert.Single(await _store.SearchTextAsync("letters", KnowledgeFilter.All, 5, Token)).Item);
    }

    [Fact]
    public async Task Learn_NoteThatSupersedes_AndIsWithdrawn_BringsTheEarlierBack()
    {
        await _kernel.OpenAsync();
        var first = await NoteAsync("Anna lives in Bonn.", null);
        var second = await NoteAsync("Anna lives in Köln.", first);

        var items = await FollowAsync(_store);
        var earlier = items.Single(item => item.Id == first);
        Assert.Equal(second, earlier.SupersededBy);
        Assert.NotNull(earlier.ValidTo);
        Assert.Equal(Provenance.External, earlier.Provenance);
        Assert.Contains(Feed.SubjectOf(Some.Anna.Address), earlier.Subjects);
        Assert.Equal([second], (await _store.SearchTextAsync("Anna", KnowledgeFilter.All with { Kinds = [KnowledgeKind.Note] }, 5, Token)).Select(found => found.Item));

        await EffectAsync(new EffectDraft(EffectKind.NoteWithdraw, JsonSerializer.Serialize(
            new NoteWithdrawArguments(new EffectId(Guid.Parse(second.Value["knowledge/".Length..])), "Anna"), ArgumentsJson.Default.NoteWithdrawArguments)), 9);

        items = await FollowAsync(_store);
        Assert.DoesNotContain(items, item => item.Id == second);
        Assert.Equal((null, null), (items.Single(item => item.Id == first).SupersededBy, items.Single(item => item.Id == first).ValidTo));
    }

    /// <summary>Memory is a projection: it can be thrown away, and a crash between any two commits changes nothing.</summary>
    [Fact]
    public async Task Learn_AnyStretches_AndAgainFromTheStart_GivesTheSameOnEveryStore()
    {
        await _kernel.OpenAsync();
        await BusyDayAsync();
        var whole = TextOf(await FollowAsync(_store));
        Assert.True(whole.Count > 8, $"Only {whole.Count} pieces.");

        foreach (var stretch in new[] { 1, 2, 3, 7 })
        {
            var store = new InMemoryKnowledgeStore();
            for (var position = 0L; await Feed.ReadAsync(position, stretch, Token) is { Count: > 0 } commits; position = commits[^1].Position)
            {
                await store.ApplyAsync(await new Learner(Feed, store).LearnAsync(commits, Token), Token);
            }

            Assert.Equal(whole, TextOf(await store.ListAsync(Everything, null, 1000, Token)));
        }

        await using var disk = new SmallDisk(new WorkspaceId("w1"));
        using var kept = new SqliteKnowledgeStore(disk.Store);
        await FollowAsync(kept);
        Assert.Equal(whole, TextOf(await kept.ListAsync(Everything, null, 1000, Token)));
        await Keeper(kept).RebuildAsync(Token);
        Assert.Equal(whole, TextOf(await kept.ListAsync(Everything, null, 1000, Token)));
        Assert.Empty(await kept.ListWithoutVectorAsync(LocalEmbedding.ModelId, 5, Token));
    }

    [Fact]
    public async Task Learn_StreamWhoseKeyIsGone_KeepsNothingOfIt()
    {
        await _kernel.OpenAsync();
        await AnswerAsync(DecisionKind.Approve, null);
        var source = (await FollowAsync(_store))[0].Source;
        await _kernel.Store.DestroyKeysAsync([source], Token);
        await _kernel.RestartAsync();

        await Keeper(_store).RebuildAsync(Token);

        Assert.Empty(_store.All());
        Assert.True(await _store.PositionAsync(Token) > 0);
    }

    private static List<string> TextOf(IReadOnlyList<KnowledgeItem> items) => [.. items.Select(item => JsonSerializer.Serialize(item))];

    private MemoryKeeper Keeper(IKnowledgeStore store) => new(Feed, store, new Learner(Feed, store), new ForgottenElsewhere(Feed, store, new VectorIndex(store), isShared: false), new EmbeddingModels(null));

    private async Task<IReadOnlyList<KnowledgeItem>> FollowAsync(IKnowledgeStore store)
    {
        await Keeper(store).CatchUpAsync(Token);
        return await store.ListAsync(Everything, null, 1000, Token);
    }

    private async Task AnswerAsync(DecisionKind kind, string? text, int number = 1)
    {
        var item = await _kernel.ReceivedAsync(Some.Mail(number));
        await _kernel.DecideAsync(item.Approvals[^1], kind, text);
    }

    private async Task<KnowledgeId> NoteAsync(string text, KnowledgeId? supersedes)
    {
        var arguments = new NoteKeepArguments("Anna", text, [Some.Anna.Address]) { Supersedes = supersedes };
        await EffectAsync(new EffectDraft(EffectKind.NoteKeep, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.NoteKeepArguments)), text.Length + (supersedes is null ? 0 : 100));
        return (await FollowAsync(_store)).Where(item => item.Id.Value.StartsWith("knowledge/", StringComparison.Ordinal)).MaxBy(item => item.Position)!.Id;
    }

    private async Task EffectAsync(EffectDraft effect, int number)
    {
        _kernel.Agent.Write = _ => Some.Proposal(effect);
        var item = await _kernel.ReceivedAsync(Some.Mail(number));
        foreach (var approval in item.Approvals.Where(approval => approval.State == "open"))
        {
            await _kernel.DecideAsync(approval, DecisionKind.Approve);
        }
    }

    private async Task BusyDayAsync()
    {
        await AnswerAsync(DecisionKind.Approve, null, 1);
        await AnswerAsync(DecisionKind.Reject, "Not so.", 2);
        await _kernel.Process.Get<INotebook>().RememberAsync("No work on Fridays.", ChannelName.Web, "operator", Token);
        var first = await NoteAsync("Anna lives in Bonn.", null);
        var second = await NoteAsync("Anna lives in Köln.", first);
        await NoteAsync("Anna lives in Rome, it seems.", second);
        await _store.ClearAsync(Token);
    }
}
