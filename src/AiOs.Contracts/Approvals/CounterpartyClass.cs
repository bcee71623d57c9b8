using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Approvals;

/// <summary>What Records know of whom an effect touches.</summary>
[JsonConverter(typeof(KebabEnumConverter<CounterpartyClass>))]
public enum CounterpartyClass
{
    /// <summary>It touches nobody.</summary>
    None,

    /// <summary>No Record knows them.</summary>
    New,

    /// <summary>A Client Record knows them.</summary>
    Client,

    /// <summary>A Vendor Record knows them.</summary>
    Vendor,
}
