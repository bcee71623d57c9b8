using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Cards;

/// <summary>How a card stands, which a renderer may show with a colour beside the words.</summary>
[JsonConverter(typeof(KebabEnumConverter<CardTone>))]
public enum CardTone
{
    /// <summary>Nothing is asked.</summary>
    Neutral,

    /// <summary>A decision or an answer is wanted.</summary>
    Waiting,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was turned down or put aside.</summary>
    Declined,

    /// <summary>Something went wrong or is uncertain.</summary>
    Trouble,
}
