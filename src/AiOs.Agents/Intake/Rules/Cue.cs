namespace AiOs.Agents.Intake.Rules;

/// <summary>Kinds of words that strong signals are made of.</summary>
[Flags]
internal enum Cue
{
    None = 0,
    Invoice = 1 << 0,
    OurInvoice = 1 << 1,
    Paid = 1 << 2,
    MoneyMoved = 1 << 3,
    Meeting = 1 << 4,
    Contract = 1 << 5,
    Complaint = 1 << 6,
    Bulk = 1 << 7,
    Absent = 1 << 8,
    Scam = 1 << 9,
    Price = 1 << 10,
    NewHere = 1 << 11,
    Idea = 1 << 12,
    Family = 1 << 13,
    Report = 1 << 14,
}
