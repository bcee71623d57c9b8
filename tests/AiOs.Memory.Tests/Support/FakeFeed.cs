using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Testing;

namespace AiOs.Memory.Tests.Support;

/// <summary>A journal that a test writes as it goes.</summary>
internal sealed class FakeFeed : IJournalFeed
{
    private readonly List<FeedCommit> _commits = [];

    /// <summary>How often a stretch was read.</summary>
    public int Reads { get; private set; }

    public void Add(StreamId stream, params IReadOnlyList<JournalEvent> events) =>
        _commits.Add(new FeedCommit(_commits.Count + 1, Some.Moment.AddMinutes(_commits.Count), stream, _commits.Count(commit => commit.Stream == stream) + 1, events));

    /// <summary>Forgets the personal parts of a stream, as when its key is destroyed.</summary>
    public void Forget(StreamId stream)
    {
        for (var index = 0; index < _commits.Count; index++)
        {
            if (_commits[index].Stream == stream)
            {
                _commits[index] = _commits[index] with { Events = [.. _commits[index].Events.Select(happened => happened.PersonalPart is null ? happened : happened.WithPersonalPart(null))] };
            }
        }
    }

    public static MessageReceived Mail(string text, string subject = "A question", string from = "anna@berg.example", Authority authority = Authority.External, ContentOrigin origin = ContentOrigin.DirectMail) =>
        new(default, ChannelName.Mail, authority, 10, null)
        {
            Personal = new MessageReceived.Words(new MessageContent { Origin = origin, Sender = new Mailbox(null, from), Subject = subject, Text = text }, null),
        };

    public Task<IReadOnlyList<FeedCommit>> ReadAsync(long after, int count, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult<IReadOnlyList<FeedCommit>>([.. _commits.Where(commit => commit.Position > after).Take(count)]);
    }

    public Task<IReadOnlyList<FeedCommit>> ReadStreamAsync(StreamId stream, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FeedCommit>>([.. _commits.Where(commit => commit.Stream == stream)]);

    public Task WaitAsync(long after, CancellationToken cancellationToken) => Task.CompletedTask;

    public string SubjectOf(string address) => "person/" + address.Trim().ToLowerInvariant();
}
