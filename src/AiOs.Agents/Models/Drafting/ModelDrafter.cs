using AiOs.Agents.Drafting.Preferences;
using AiOs.Agents.Intake;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Proposals;

namespace AiOs.Agents.Models.Drafting;

/// <summary>
/// Has a model word what an agent has drafted without one. The draft's recipients, amounts, accounts, links and dates stand; what the model writes is
/// taken only where every such value in it is known. Where there is no usable answer the draft stays as it is, and says so.
/// </summary>
/// <param name="model">The model.</param>
public sealed class ModelDrafter(IModel model)
{
    private const int MostSubject = 120;
    private const int MostText = 8_000;

    /// <summary>One that leaves every draft as it is.</summary>
    public static ModelDrafter None { get; } = new(new NoModel());

    /// <summary>Whether a model is configured: what an agent's <c>CallsOut</c> says.</summary>
    public bool CallsOut => model.IsConfigured;

    /// <summary>The model itself, for an agent whose answer is no letter.</summary>
    public IModel Model => model;

    /// <summary>Has the words of a draft written.</summary>
    /// <param name="agent">Who drafts.</param>
    /// <param name="prompt">The name of its prompt, <c>Prompts/NAME.md</c> in its folder.</param>
    /// <param name="brief">What it was drafted from.</param>
    /// <param name="offline">The draft without a model.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The draft, worded or as it was.</returns>
    public Task<ProposalDraft> WriteAsync(AgentName agent, string prompt, AgentBrief brief, ProposalDraft offline, CancellationToken cancellationToken) =>
        WriteAsync(new WritingTask<WrittenWords>(agent, prompt, static words => words), brief, offline, cancellationToken);

    /// <summary>Has the words of a draft written, with an answer of the agent's own form.</summary>
    /// <typeparam name="T">The answer's record.</typeparam>
    /// <param name="task">What may be worded.</param>
    /// <param name="brief">What it was drafted from.</param>
    /// <param name="offline">The draft without a model.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The draft, worded or as it was.</returns>
    public async Task<ProposalDraft> WriteAsync<T>(WritingTask<T> task, AgentBrief brief, ProposalDraft offline, CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(brief);
        ArgumentNullException.ThrowIfNull(offline);
        if (!model.IsConfigured || WritablePlace.In(offline, task.Writable) is not { } place)
        {
            return offline;
        }

        var question = new ModelQuestion(task.Agent, ModelPrompt.Named(task.Prompt), [.. BriefData.Of(brief, offline, place), .. task.Data])
        {
            WorkItem = brief.WorkItem,
            MostTokens = task.MostTokens,
        };
        return await model.AskAsync<T>(question, cancellationToken) switch
        {
            ModelAnswer<T>.Given given => Wanted(brief, offline, Worded(brief, offline, place, task.Words(given.Value), task.OnlyDraft)),
            ModelAnswer<T>.Missing missing => Told(offline, $"no model had a part in this: {missing.Why}"),
            _ => offline,
        };
    }

    /// <summary>However a model words it, it is as the operator wants drafts; but what they ask of this one comes before that.</summary>
    private static ProposalDraft Wanted(AgentBrief brief, ProposalDraft offline, ProposalDraft draft) =>
        brief.ChangeWanted ? draft : Preferred.ApplyWorded(brief, offline, draft);

    private static ProposalDraft Worded(AgentBrief brief, ProposalDraft offline, WritablePlace place, WrittenWords words, bool onlyDraft)
    {
        var sources = onlyDraft ? WordSources.OfDraft(brief, offline, place) : WordSources.Of(brief, offline, place);
        var unknown = new List<string>();
        var subject = Kept(PlainText.Line(words.Subject, MostSubject));
        var text = Kept(PlainText.Lines(words.Text ?? string.Empty, MostText));
        if (text?.Trim() == place.Words.Text.Trim())
        {
            text = null;
        }

        if (onlyDraft && text is not null && KeptLines.MissingIn(brief, place, text) is { } missing)
        {
            unknown.Add(missing);
            text = null;
        }

        if (subject is null && text is null)
        {
            return Told(offline, unknown.Count > 0 ? NotKnown(unknown) : "no model had a part in this: it changed nothing");
        }

        var draft = Told(offline with { Effects = place.Write(offline.Effects, subject, text) }, "worded by a model; whom, how much and when are not its words");
        return unknown.Count > 0 ? Told(draft, NotKnown(unknown)) : draft;

        string? Kept(string written)
        {
            if (written.Length == 0)
            {
                return null;
            }

            if (sources.UnknownIn(written) is { } stranger)
            {
                unknown.Add(stranger);
                return null;
            }

            return written;
        }
    }

    private static string NotKnown(List<string> unknown) =>
        $"a part of what the model wrote was left out: “{PlainText.Line(unknown[0], 60, addresses: false)}” stands in nothing that may be relied on for it, or was to stay as it is";

    private static ProposalDraft Told(ProposalDraft draft, string reason) => draft with { Reasons = [.. draft.Reasons, reason] };
}
