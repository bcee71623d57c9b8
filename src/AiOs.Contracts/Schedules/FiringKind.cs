using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Schedules;

/// <summary>What is to be done when a schedule comes due.</summary>
[JsonConverter(typeof(KebabEnumConverter<FiringKind>))]
public enum FiringKind
{
    /// <summary>One of the program's own jobs.</summary>
    Job,

    /// <summary>A playbook.</summary>
    Playbook,

    /// <summary>What the operator said in their own words, as if they said it then.</summary>
    Words,
}
