using AiOs.Contracts.Ids;

namespace AiOs.Agents.Models.Drafting;

/// <summary>What an agent lets a model word.</summary>
/// <typeparam name="T">What the model answers with.</typeparam>
/// <param name="Agent">The agent.</param>
/// <param name="Prompt">The name of its prompt.</param>
/// <param name="Words">The words in the answer.</param>
public sealed record WritingTask<T>(AgentName Agent, string Prompt, Func<T, WrittenWords> Words)
    where T : class
{
    /// <summary>Effect kinds that it may word beside mails and notes.</summary>
    public IReadOnlyList<WritableEffect> Writable { get; init; } = [];

    /// <summary>
    /// Whether its words may name nothing beyond the draft itself, and whether each line that holds a figure or the operator's own words stays as it was:
    /// where money is spoken of.
    /// </summary>
    public bool OnlyDraft { get; init; }

    /// <summary>What the model gets to see beside the message, the Records, the operator's words and the draft; such as what is remembered.</summary>
    public IReadOnlyList<ModelData> Data { get; init; } = [];

    /// <summary>The most tokens of the answer.</summary>
    public int MostTokens { get; init; } = 1_024;
}
