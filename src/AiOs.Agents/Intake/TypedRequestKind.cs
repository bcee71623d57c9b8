namespace AiOs.Agents.Intake;

internal enum TypedRequestKind
{
    None,
    Write,
    Note,
    Pay,
    Invoice,
    Reminder,
    Payment,
    Offer,
    Outcome,
    Post,
    Question,
}
