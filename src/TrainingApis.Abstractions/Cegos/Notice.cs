namespace TrainingApis.Cegos;

/// <summary>Represents the notice of a product: the texts of its page. Each text is HTML and optional.</summary>
public sealed class Notice : NestedObject
{
    /// <summary>Gets or sets the heading of the introduction.</summary>
    public string? IntroductionTitle { get; set; }

    /// <summary>Gets or sets the introduction.</summary>
    public string? Introduction { get; set; }

    /// <summary>Gets or sets the target audience.</summary>
    public string? ForWho { get; set; }

    /// <summary>Gets or sets the application procedure.</summary>
    public string? ApplicationProcedure { get; set; }

    /// <summary>Gets or sets the prerequisites.</summary>
    public string? Prerequisite { get; set; }

    /// <summary>Gets or sets the procedure of remote training.</summary>
    public string? VisioTrainingProcedure { get; set; }

    /// <summary>Gets or sets the learning objectives.</summary>
    public string? Objective { get; set; }

    /// <summary>Gets or sets the evaluation of the objectives.</summary>
    public string? Evaluation { get; set; }

    /// <summary>Gets or sets the programme, divided into parts.</summary>
    public ProgramContent? ProgramContent { get; set; }

    /// <summary>Gets or sets the benefits that participants receive.</summary>
    public string? ParticipantBenefits { get; set; }

    /// <summary>Gets or sets the programme as a single text.</summary>
    public string? Program { get; set; }

    /// <summary>Gets or sets the highlights.</summary>
    public string? Highlights { get; set; }

    /// <summary>Gets or sets more details.</summary>
    public string? MorePrecisely { get; set; }

    /// <summary>Gets or sets the text about the first minute.</summary>
    public string? FirstMinute { get; set; }

    /// <summary>Gets or sets the text about the personal training account (CPF).</summary>
    public string? CpfText { get; set; }

    /// <summary>Gets or sets more information about the CPF.</summary>
    public string? CpfPopup { get; set; }

    /// <summary>Gets or sets the text about the RNCP.</summary>
    public string? RncpText { get; set; }

    /// <summary>Gets or sets the expected results.</summary>
    public string? ExpectedResults { get; set; }

    /// <summary>Gets or sets the contribution of the partner.</summary>
    public string? TheMostPartnerText { get; set; }

    /// <summary>Gets or sets the ways to finance the training.</summary>
    public string? Financing { get; set; }

    /// <summary>Gets or sets the financing assistance.</summary>
    public string? FinancingAssistance { get; set; }

    /// <summary>Gets or sets the text that specifies whether the certification is optional or included.</summary>
    public string? CertificationTitleOptionalOrIncluded { get; set; }

    /// <summary>Gets or sets the bonus.</summary>
    public string? Bonus { get; set; }

    /// <summary>Gets or sets the video.</summary>
    public string? Video { get; set; }

    /// <summary>Gets or sets the image of the programme for large screens.</summary>
    public string? ImageProgramDesktop { get; set; }

    /// <summary>Gets or sets the image of the programme for small screens.</summary>
    public string? ImageProgramMobile { get; set; }

    /// <summary>Gets or sets the image for social networks.</summary>
    public string? ImageSocialNetworks { get; set; }

    /// <summary>Gets or sets the teaching methods.</summary>
    public string? Pedagogy { get; set; }

    /// <summary>Gets the heading of the introduction.</summary>
    public override string ToString() => IntroductionTitle ?? string.Empty;
}

/// <summary>Represents the programme of a training, divided into parts. The texts are HTML.</summary>
public sealed class ProgramContent : NestedObject
{
    /// <summary>Gets or sets the programme section before the training.</summary>
    public ProgramSection? Before { get; set; }

    /// <summary>Gets or sets the heading of the parts.</summary>
    public string? DuringTitle { get; set; }

    /// <summary>Gets or sets the parts (at most ten).</summary>
    public ItemList<string> Parts { get; set; } = ItemList<string>.Empty;

    /// <summary>Gets or sets the programme section after the training.</summary>
    public ProgramSection? After { get; set; }

    /// <summary>Gets or sets the preparation before the training.</summary>
    public string? Upstream { get; set; }

    /// <summary>Gets or sets the follow-up after the training.</summary>
    public string? Downstream { get; set; }

    /// <summary>Gets the heading of the parts.</summary>
    public override string ToString() => DuringTitle ?? string.Empty;
}

/// <summary>Represents the section of a programme before or after the training.</summary>
public sealed class ProgramSection : NestedObject
{
    /// <summary>Gets or sets the heading.</summary>
    public string? Title { get; set; }

    /// <summary>Gets or sets the text, as HTML.</summary>
    public string? Text { get; set; }

    /// <summary>Gets the heading.</summary>
    public override string ToString() => Title ?? string.Empty;
}
