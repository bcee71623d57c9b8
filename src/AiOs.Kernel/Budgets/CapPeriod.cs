using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Budgets;

/// <summary>How long a cap counts before it begins again at nothing, in the operator's time zone.</summary>
[JsonConverter(typeof(KebabEnumConverter<CapPeriod>))]
internal enum CapPeriod
{
    /// <summary>From midnight to midnight.</summary>
    Day,

    /// <summary>From the first to the last of a month.</summary>
    Month,
}
