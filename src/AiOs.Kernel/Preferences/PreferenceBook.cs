using AiOs.Contracts.Context;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;
using AiOs.Kernel.Records;
using AiOs.Kernel.WorkItems;
using Microsoft.Extensions.Logging;

namespace AiOs.Kernel.Preferences;

/// <summary>
/// Keeps how the operator wants drafts: what they say outright, and what two of their changes show. Each preference is a stream of its own, so that it
/// outlives the letters it was learned from and can be taken back alone. It is told in one sentence the moment it counts.
/// </summary>
internal sealed partial class PreferenceBook(WorkspaceJournal journal, Vault vault, ILessons lessons, RecordReader records, WorkspaceSettings settings, IdSource ids, HostState host, TimeProvider time, ILogger<PreferenceBook> logger)
{
    private const string NotRead = "I could not read that as how drafts are wanted. Say for example “always close with Best, Jo”, “keep replies under 80 words”, “always write “quote” instead of “offer”” or “payment terms are 14 days”.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Keeps what the operator says outright.</summary>
    public async Task<ControlOutcome> SayAsync(string text, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        if (PreferenceSentence.Read(text) is not SaidPreference.Wanted { Preference: var wanted } said)
        {
            return new ControlOutcome(Accepted: false, PreferenceSentence.Read(text) is SaidPreference.Refused refused ? refused.Sentence : NotRead);
        }

        if (host.FrozenBecause is { } because)
        {
            return new ControlOutcome(Accepted: false, "Nothing can be kept while the journal is frozen: " + because);
        }

        if (await NamedInAsync(said.Preference, cancellationToken) is { } named)
        {
            return new ControlOutcome(Accepted: false, $"That names {named}, and a preference counts for everybody; say it without the name.");
        }

        if ((await StandingAsync(cancellationToken)).FirstOrDefault(one => one.Wanted == wanted) is { } same)
        {
            return new ControlOutcome(Accepted: true, $"That counts already (p-{same.Number}).");
        }

        var learned = new PreferenceLearned(wanted.Kind) { Agent = wanted.Agent, Language = wanted.Language, Channel = channel, By = by, Personal = WordsOf(wanted) };
        return await journal.AppendUntilTakenAsync(RequestOf(learned, "operator/" + channel, dedupe: null), cancellationToken) is AppendResult.Appended appended
            ? new ControlOutcome(Accepted: true, PreferenceWords.Learned(wanted, appended.Position))
            : new ControlOutcome(Accepted: false, "It was not kept; say it again.");
    }

    /// <summary>Looks at what the changes of a work item show that was just approved. What goes wrong here costs no approval; the next change teaches the same.</summary>
    /// <returns>What is said of it; empty where nothing is.</returns>
    public async Task<string> ConsiderAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (item.OperatorWords.Length == 0 || item.IsForgotten || host.FrozenBecause is not null)
        {
            return string.Empty;
        }

        try
        {
            return await LearnAsync(StreamId.Of(item.Id), cancellationToken);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            // An edge: memory that cannot be asked is no fault of the approval.
            LogNotLearned(logger, fault, item.Id.ToString());
            return string.Empty;
        }
    }

    private async Task<string> LearnAsync(StreamId source, CancellationToken cancellationToken)
    {
        var all = await lessons.ListAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
        var changes = all.OfType<Lesson.Edited>().ToLookup(change => change.Source == source);
        var sentences = new List<string>();
        foreach (var shown in ShownPreferences.Of([.. changes[true]], [.. changes[false]], [.. all.OfType<Lesson.Preferred>().Select(one => one.Wanted)]))
        {
            if (await NamedInAsync(shown.Wanted, cancellationToken) is not null)
            {
                continue;
            }

            if (shown.IsLearned)
            {
                var learned = new PreferenceLearned(shown.Wanted.Kind) { Language = shown.Wanted.Language, Changes = shown.Changes, Personal = WordsOf(shown.Wanted) };
                var dedupe = vault.DedupeHash($"preference\n{shown.Wanted.Kind}\n{string.Join('\n', shown.Changes)}");
                if (await journal.AppendAsync(RequestOf(learned, source.Value, dedupe), cancellationToken) is AppendResult.Appended appended)
                {
                    sentences.Add(PreferenceWords.Learned(shown.Wanted, appended.Position));
                }
            }
            else if (PreferenceWords.Typed(shown.Wanted) is { } typed)
            {
                sentences.Add($"Write “{typed}”, and I do so in every letter.");
            }
        }

        return string.Join(' ', sentences);
    }

    private async Task<IReadOnlyList<Lesson.Preferred>> StandingAsync(CancellationToken cancellationToken) =>
        [.. (await lessons.ListAsync(cancellationToken)).OfType<Lesson.Preferred>()];

    /// <summary>The Record that the words name; the operator's own name is none.</summary>
    private async Task<RecordId?> NamedInAsync(Preference wanted, CancellationToken cancellationToken)
    {
        var words = $"{wanted.Value}\n{wanted.Instead}";
        words = settings.OperatorName is { Length: > 0 } own ? words.Replace(own, string.Empty, StringComparison.OrdinalIgnoreCase) : words;
        var named = await records.MentionedAsync(new MessageContent { Origin = ContentOrigin.Typed, Text = words }, cancellationToken);
        return named.Count > 0 ? named[0].Id : null;
    }

    private AppendRequest RequestOf(PreferenceLearned learned, string cause, string? dedupe) => new()
    {
        Stream = StreamId.OfPreference(new CommitId(ids.Next())),
        Cause = cause,
        Dedupe = dedupe,
        Decide = _ => [learned],
    };

    private static PreferenceLearned.Words WordsOf(Preference wanted) => new(wanted.Value) { Instead = wanted.Instead };

    [LoggerMessage(Level = LogLevel.Warning, Message = "What the changes of work item {WorkItem} show was not learned.")]
    private static partial void LogNotLearned(ILogger logger, Exception fault, string workItem);
}
