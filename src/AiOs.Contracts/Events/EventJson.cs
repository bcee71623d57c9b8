using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Events;

/// <summary>How every event and every sealed part is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(ApprovalExpired))]
[JsonSerializable(typeof(ApprovalGranted))]
[JsonSerializable(typeof(ApprovalRejected))]
[JsonSerializable(typeof(ApprovalRejected.Words), TypeInfoPropertyName = "ApprovalRejectedWords")]
[JsonSerializable(typeof(ApprovalRequested))]
[JsonSerializable(typeof(ChangeRequested))]
[JsonSerializable(typeof(ChangeRequested.Words), TypeInfoPropertyName = "ChangeRequestedWords")]
[JsonSerializable(typeof(EffectFailed))]
[JsonSerializable(typeof(EffectFailed.Words), TypeInfoPropertyName = "EffectFailedWords")]
[JsonSerializable(typeof(EffectJudged))]
[JsonSerializable(typeof(EffectOutcomeUnknown))]
[JsonSerializable(typeof(EffectOutcomeUnknown.Words), TypeInfoPropertyName = "EffectOutcomeUnknownWords")]
[JsonSerializable(typeof(EffectRequested))]
[JsonSerializable(typeof(EffectSettled))]
[JsonSerializable(typeof(EffectSucceeded))]
[JsonSerializable(typeof(EffectSucceeded.Words), TypeInfoPropertyName = "EffectSucceededWords")]
[JsonSerializable(typeof(NoteKept))]
[JsonSerializable(typeof(NoteKept.Words), TypeInfoPropertyName = "NoteKeptWords")]
[JsonSerializable(typeof(RecordWritten))]
[JsonSerializable(typeof(RecordWritten.Values), TypeInfoPropertyName = "RecordWrittenValues")]
[JsonSerializable(typeof(IntentClassified))]
[JsonSerializable(typeof(IntentClassified.Findings), TypeInfoPropertyName = "IntentClassifiedFindings")]
[JsonSerializable(typeof(MessageReceived))]
[JsonSerializable(typeof(MessageReceived.Words), TypeInfoPropertyName = "MessageReceivedWords")]
[JsonSerializable(typeof(MessageRefused))]
[JsonSerializable(typeof(ProposalDrafted))]
[JsonSerializable(typeof(ProposalDrafted.Words), TypeInfoPropertyName = "ProposalDraftedWords")]
[JsonSerializable(typeof(QuestionAnswered))]
[JsonSerializable(typeof(QuestionAnswered.Words), TypeInfoPropertyName = "QuestionAnsweredWords")]
[JsonSerializable(typeof(QuestionAsked))]
[JsonSerializable(typeof(QuestionAsked.Words), TypeInfoPropertyName = "QuestionAskedWords")]
[JsonSerializable(typeof(WorkItemFinished))]
[JsonSerializable(typeof(WorkItemOpened))]
[JsonSerializable(typeof(WorkspaceOpened))]
public sealed partial class EventJson : JsonSerializerContext;
