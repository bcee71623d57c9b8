using AiOs.Contracts.Ids;

namespace AiOs.Contracts.Models;

/// <summary>Whether a model may be called.</summary>
public abstract record ModelLeave
{
    private ModelLeave()
    {
    }

    /// <summary>It may, once.</summary>
    /// <param name="Id">Names the call in the journal.</param>
    /// <param name="Call">The call.</param>
    public sealed record Granted(CommitId Id, ModelCall Call) : ModelLeave;

    /// <summary>It may not: a cap is reached, or nothing may be spent at present.</summary>
    /// <param name="Sentence">Why, for people.</param>
    public sealed record Refused(string Sentence) : ModelLeave;
}
