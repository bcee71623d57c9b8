using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Knowledge;

/// <summary>What a piece of knowledge is.</summary>
[JsonConverter(typeof(KebabEnumConverter<KnowledgeKind>))]
public enum KnowledgeKind
{
    /// <summary>Something noted: by the operator, or by an agent from a message.</summary>
    Note,

    /// <summary>What somebody wanted to be done.</summary>
    Brief,

    /// <summary>What went out: a letter, a post, a document.</summary>
    Output,

    /// <summary>What came of something: won, lost, paid late, rejected.</summary>
    Outcome,

    /// <summary>What the operator put right.</summary>
    Correction,

    /// <summary>What somebody wrote.</summary>
    Message,
}
