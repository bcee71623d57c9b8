using System.Text;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Knowledge;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Context;
using AiOs.Kernel.Forgetting;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Notes;

/// <summary>Keeps the operator's own words as a note, in the event that <c>note.keep</c> writes.</summary>
internal sealed class Notebook(WorkspaceJournal journal, Vault vault, IdSource ids, HostState host) : INotebook
{
    private const int MostBytes = 64 << 10;
    private const int TitleLength = 80;

    public async Task<ControlOutcome> RememberAsync(string text, ChannelName channel, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        var note = text.Trim();
        if (note.Length == 0 || Encoding.UTF8.GetByteCount(note) > MostBytes)
        {
            return new ControlOutcome(Accepted: false, note.Length == 0 ? "There is nothing to remember; say what." : "That is longer than a note may be (64 KiB); keep it shorter.");
        }

        if (host.FrozenBecause is { } because)
        {
            return new ControlOutcome(Accepted: false, "Nothing can be kept while the journal is frozen: " + because);
        }

        var id = new EffectId(ids.Next());
        var request = new AppendRequest
        {
            Stream = StreamId.OfKnowledge(id),
            Cause = "operator/" + channel,
            Decide = _ => [new NoteKept(id) { Provenance = Provenance.Operator, Personal = WordsOf(note) }],
        };
        await journal.AppendUntilTakenAsync(request, cancellationToken);
        return new ControlOutcome(Accepted: true, $"It is remembered ({request.Stream}).");
    }

    /// <summary>It is about whomever it names, so that it comes to mind with them and goes with them.</summary>
    private NoteKept.Words WordsOf(string note)
    {
        string[] people = [.. AddressScan.In(note).Select(address => address.ToLowerInvariant()).Distinct()];
        return new NoteKept.Words(TitleOf(note), note)
        {
            People = people.Length > 0 ? people : null,
            Subjects = people.Length > 0 ? [.. people.Select(person => "person/" + vault.PersonHash(person))] : null,
        };
    }

    private static string TitleOf(string note) => Clipped.To(note.Split('\n', 2)[0].Trim(), TitleLength, end: string.Empty);
}
