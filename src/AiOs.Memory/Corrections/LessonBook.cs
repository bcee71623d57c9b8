using System.Collections.Immutable;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Context;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Journal;
using AiOs.Contracts.Ports;

namespace AiOs.Memory.Corrections;

/// <summary>
/// Every lesson, kept in process. A commit that may teach marks its stream, and the lessons of a marked stream are folded anew from the stream
/// alone; so what is kept is small, and the same whether it was followed live or read from the start. One thread at a time changes it.
/// </summary>
internal sealed class LessonBook(IJournalFeed feed) : IJournalReader
{
    private readonly HashSet<StreamId> _changing = [];
    private readonly HashSet<StreamId> _marked = [];
    private readonly HashSet<long> _withdrawn = [];
    private readonly Dictionary<StreamId, IReadOnlyList<Lesson>> _byStream = [];
    private readonly Dictionary<long, PreferenceKind[]> _taught = [];
    private ImmutableArray<Lesson> _current = [];
    private bool _changed;

    /// <summary>Those that count, newest first.</summary>
    public ImmutableArray<Lesson> Current => _current;

    public void Clear()
    {
        _changing.Clear();
        _marked.Clear();
        _withdrawn.Clear();
        _byStream.Clear();
        _taught.Clear();
        _current = [];
    }

    public void Take(FeedCommit commit)
    {
        foreach (var happened in commit.Events)
        {
            if (Teaches(happened, commit.Stream))
            {
                _marked.Add(commit.Stream);
            }

            if (happened is CorrectionWithdrawn withdrawn)
            {
                _changed |= _withdrawn.Add(withdrawn.Correction);
            }

            if (happened is PreferenceLearned learned)
            {
                foreach (var change in learned.Changes ?? [])
                {
                    _taught[change] = [.. _taught.GetValueOrDefault(change, []), learned.Kind];
                }
            }

            if (happened is ForgettingCompleted)
            {
                // The keys are gone by now: what is folded anew teaches only what may still be read.
                _marked.UnionWith(_byStream.Keys);
            }
        }
    }

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        foreach (var stream in _marked.ToArray())
        {
            var commits = await feed.ReadStreamAsync(stream, cancellationToken);
            _byStream[stream] = stream.Value.StartsWith("record/", StringComparison.Ordinal) ? RecordLessons.Of(commits)
                : stream.Value.StartsWith("preference/", StringComparison.Ordinal) ? PreferenceLessons.Of(commits)
                : WorkLessons.Of(commits, feed.SubjectOf);
            _marked.Remove(stream);
            _changed = true;
        }

        if (!_changed)
        {
            return;
        }

        _changed = false;
        Lesson[] counting = [.. _byStream.Values.SelectMany(lessons => lessons).Where(lesson => !_withdrawn.Contains(lesson.Number)).OrderByDescending(lesson => lesson.Number)];
        _current = [.. PreferenceLessons.InForce(counting).Select(WithWhatItTaught)];
    }

    private Lesson WithWhatItTaught(Lesson lesson) =>
        lesson is Lesson.Edited edited && _taught.TryGetValue(lesson.Number, out var kinds) ? edited with { Taught = kinds } : lesson;

    /// <summary>A change teaches when the next draft shows what became of it.</summary>
    private bool Teaches(JournalEvent happened, StreamId stream) => happened switch
    {
        IntentClassified { By: "operator" } or ApprovalRejected or PreferenceLearned => true,
        ChangeRequested => _changing.Add(stream) && false,
        ProposalDrafted => _changing.Remove(stream),
        RecordWritten written => _byStream.ContainsKey(stream) || (written.Version > 1 && written.Personal?.Fields.Values.Any(field => field.Provenance is Provenance.Operator) == true),
        _ => false,
    };
}
