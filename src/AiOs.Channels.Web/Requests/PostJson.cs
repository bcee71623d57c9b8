using System.Text.Json.Serialization;

namespace AiOs.Channels.Web.Requests;

/// <summary>The generated readers of what scripts post.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(MessagePost))]
[JsonSerializable(typeof(DecisionPost))]
[JsonSerializable(typeof(AnswerPost))]
[JsonSerializable(typeof(SettlementPost))]
internal sealed partial class PostJson : JsonSerializerContext;
