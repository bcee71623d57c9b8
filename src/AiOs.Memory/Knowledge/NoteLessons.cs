using AiOs.Contracts.Approvals;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Knowledge;

namespace AiOs.Memory.Knowledge;

/// <summary>What the stream of a note teaches. Pure.</summary>
internal static class NoteLessons
{
    /// <summary>What streams of notes are called.</summary>
    public const string Prefix = "knowledge/";

    /// <summary>What an event of the stream teaches.</summary>
    /// <param name="commit">The commit.</param>
    /// <param name="happened">An event of it.</param>
    /// <param name="stream">The whole stream.</param>
    /// <returns>The lessons, in order.</returns>
    public static IEnumerable<Lesson> Of(FeedCommit commit, JournalEvent happened, IReadOnlyList<FeedCommit> stream)
    {
        var id = new KnowledgeId(commit.Stream.Value);
        switch (happened)
        {
            case NoteKept kept:
                if (ItemOf(commit, kept) is { } item)
                {
                    yield return new Lesson.Keep(item);
                }

                // It holds even where its words were forgotten: what it replaced does not become true again by that.
                if (kept.Supersedes is { } earlier)
                {
                    yield return new Lesson.Supersede(earlier, id, kept.Personal?.ValidFrom ?? commit.At);
                }

                break;
            case NoteWithdrawn:
                yield return new Lesson.Withdraw(id, stream.SelectMany(one => one.Events).OfType<NoteKept>().FirstOrDefault()?.Supersedes);
                break;
            default:
                break;
        }
    }

    /// <summary>The note that a stream begins with, as if nothing had come after.</summary>
    /// <param name="stream">The whole stream.</param>
    /// <returns>The piece; nothing where it was withdrawn or forgotten.</returns>
    public static KnowledgeItem? Standing(IReadOnlyList<FeedCommit> stream) =>
        stream.Any(commit => commit.Events.OfType<NoteWithdrawn>().Any())
            ? null
            : stream.Select(commit => commit.Events.OfType<NoteKept>().FirstOrDefault() is { } kept ? ItemOf(commit, kept) : null).FirstOrDefault(item => item is not null);

    private static KnowledgeItem? ItemOf(FeedCommit commit, NoteKept kept) => kept.Personal is not { } words ? null : new KnowledgeItem
    {
        Id = new KnowledgeId(commit.Stream.Value),
        Kind = kept.Kind ?? KnowledgeKind.Note,
        Title = words.Title,
        Text = words.Text,
        Source = commit.Stream,
        Position = commit.Position,
        At = commit.At,
        Provenance = kept.Provenance ?? Provenance.External,
        Subjects = words.Subjects ?? [],
        ValidFrom = words.ValidFrom,
        ValidTo = words.ValidTo,
    };
}
