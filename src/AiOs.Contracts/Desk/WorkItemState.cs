using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Desk;

/// <summary>How a work item stands.</summary>
[JsonConverter(typeof(KebabEnumConverter<WorkItemState>))]
public enum WorkItemState
{
    /// <summary>It came in and the next step is the program's.</summary>
    Working,

    /// <summary>A card waits for a decision.</summary>
    AwaitingApproval,

    /// <summary>A question waits for an answer, and nothing can be approved.</summary>
    NeedsAnswer,

    /// <summary>An effect is on its way.</summary>
    Performing,

    /// <summary>Nobody can tell whether an effect happened; the operator says.</summary>
    OutcomeUnknown,

    /// <summary>All was done, or there was nothing to do.</summary>
    Done,

    /// <summary>The operator, or the policy in their name, said no.</summary>
    Rejected,

    /// <summary>An effect certainly did not happen.</summary>
    Failed,

    /// <summary>Nobody decided in time: silence is no.</summary>
    Expired,

    /// <summary>It was done, and then taken back.</summary>
    Undone,

    /// <summary>It was open when the person it is about was forgotten; nothing is left to do, and nothing to read.</summary>
    Forgotten,
}
