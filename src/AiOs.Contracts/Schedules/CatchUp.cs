using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Schedules;

/// <summary>What happens to moments that passed while no host ran.</summary>
[JsonConverter(typeof(KebabEnumConverter<CatchUp>))]
public enum CatchUp
{
    /// <summary>One firing for all of them, as soon as a host runs.</summary>
    Once,

    /// <summary>They are left out, and the journal says so.</summary>
    Skip,
}
