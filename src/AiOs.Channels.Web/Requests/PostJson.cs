using System.Text.Json.Serialization;
using AiOs.Channels.Web.Batches;
using AiOs.Channels.Web.Controls;
using AiOs.Channels.Web.Corrections;

namespace AiOs.Channels.Web.Requests;

/// <summary>The generated readers of what scripts post.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(MessagePost))]
[JsonSerializable(typeof(DecisionPost))]
[JsonSerializable(typeof(AnswerPost))]
[JsonSerializable(typeof(SettlementPost))]
[JsonSerializable(typeof(BatchPost))]
[JsonSerializable(typeof(AutonomyPost))]
[JsonSerializable(typeof(CorrectionPost))]
internal sealed partial class PostJson : JsonSerializerContext;
