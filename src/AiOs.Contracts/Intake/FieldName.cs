using System.Text.Json.Serialization;
using AiOs.Contracts.Json;

namespace AiOs.Contracts.Intake;

/// <summary>What an extracted value is.</summary>
[JsonConverter(typeof(KebabEnumConverter<FieldName>))]
public enum FieldName
{
    /// <summary>A person's name.</summary>
    Person,

    /// <summary>A company's name.</summary>
    Company,

    /// <summary>A mail address.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An amount of money; see <see cref="ExtractedField.Amount"/>.</summary>
    Amount,

    /// <summary>A day, or a day and time.</summary>
    Date,

    /// <summary>The day, or day and time, by which something is wanted.</summary>
    Deadline,

    /// <summary>The number of an invoice.</summary>
    InvoiceNumber,

    /// <summary>An international bank account number (ISO 13616) whose check digits are right.</summary>
    Iban,

    /// <summary>What the message is about, in a few of its own words.</summary>
    Topic,

    /// <summary>A time of day that was said without a day, as <c>17:30</c>; one that may be morning or afternoon is none.</summary>
    Time,
}
