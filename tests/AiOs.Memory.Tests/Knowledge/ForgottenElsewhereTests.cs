using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Memory.Embedding;
using AiOs.Memory.Knowledge;
using AiOs.Memory.Tests.Support;
using AiOs.Testing.Stores;

namespace AiOs.Memory.Tests.Knowledge;

/// <summary>What another host forgot is gone here too, also where this one was slower.</summary>
public sealed class ForgottenElsewhereTests : IDisposable
{
    private static readonly StreamId Source = StreamId.Of(new WorkItemId(new Guid(1, 0, 0, new byte[8])));

    private readonly FakeFeed _feed = new();
    private readonly InMemoryKnowledgeStore _kept = new();
    private readonly Minds _mind;
    private readonly Learner _learner;
    private readonly ForgottenElsewhere _forgotten;

    public ForgottenElsewhereTests()
    {
        _mind = new Minds(_kept);
        _learner = new Learner(_feed, _mind.Store);
        _forgotten = new ForgottenElsewhere(_feed, _mind.Store, _mind.Index, isShared: true);
        _feed.Add(Source, FakeFeed.Mail("the blue lighthouse"));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _mind.Dispose();

    [Fact]
    public async Task Follow_WordsThatWereReadBeforeAndKeptAfter_GoWithTheEventThatTellsOfIt()
    {
        var commits = await _feed.ReadAsync(0, 9, Token);
        var batch = await _learner.LearnAsync(commits, Token);
        await ForgetAsync();
        await _mind.Store.ApplyAsync(batch, Token);
        await _forgotten.FollowAsync(commits, batch, Token);
        Assert.Single(_kept.All());

        await StepAsync(after: 1);

        Assert.Empty(_kept.All());
    }

    [Fact]
    public async Task Follow_WhatWasForgottenElsewhere_LeavesNoVectorInMemoryHere()
    {
        await StepAsync(after: 0);
        Assert.Single(await NearAsync());
        await ForgetAsync();
        Assert.Single(await NearAsync());

        await StepAsync(after: 1);

        Assert.Empty(await NearAsync());
    }

    [Fact]
    public async Task Follow_SomebodyElseForgotten_KeepsTheRest()
    {
        await StepAsync(after: 0);
        _feed.Add(StreamId.Workspace, new ForgettingCompleted("f1", 1));

        await StepAsync(after: 1);

        Assert.Single(_kept.All());
        Assert.Single(await NearAsync());
    }

    private Task<IReadOnlyList<KnowledgeScore>> NearAsync() =>
        _mind.Index.SearchAsync(new KnowledgeVector(default, LocalEmbedding.ModelId, LocalEmbedding.Embed("lighthouse")), KnowledgeFilter.All, 5, Token);

    /// <summary>As another host does it: memory, the key, memory again, the event.</summary>
    private async Task ForgetAsync()
    {
        await _kept.ForgetAsync([Source], Token);
        _feed.Forget(Source);
        _feed.Add(StreamId.Workspace, new ForgettingCompleted("f1", 1));
    }

    private async Task StepAsync(long after)
    {
        var commits = await _feed.ReadAsync(after, 9, Token);
        var batch = await _learner.LearnAsync(commits, Token);
        await _mind.Store.ApplyAsync(batch, Token);
        await _forgotten.FollowAsync(commits, batch, Token);
    }
}
