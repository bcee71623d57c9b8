using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Kernel.Ledger;

/// <summary>How a snapshot of the ledger is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(WorkspaceLedger))]
internal sealed partial class LedgerJson : JsonSerializerContext;
