using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;

namespace AiOs.Contracts.Ports;

/// <summary>Whether a model may be called.</summary>
public abstract record ModelLeave
{
    private ModelLeave()
    {
    }

    /// <summary>It may, once.</summary>
    /// <param name="Call">Names the call.</param>
    /// <param name="Agent">Who calls.</param>
    /// <param name="Most">What was set aside.</param>
    public sealed record Granted(CommitId Call, AgentName Agent, Money Most) : ModelLeave;

    /// <summary>It may not: a cap is reached, or nothing may be spent at present.</summary>
    /// <param name="Sentence">Why, for people.</param>
    public sealed record Refused(string Sentence) : ModelLeave;
}
