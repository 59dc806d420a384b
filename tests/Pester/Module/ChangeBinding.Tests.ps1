# The module's own objects piped into every changing command: they supply IDs and nothing else, live or deserialised. The objects here
# have a member for every parameter, as a later version might.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $commands = Get-RowCommand
}
BeforeAll {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-Module "$PSScriptRoot/../Support/ChangeSupport.psm1" -Force
    Import-TestedModule
    $server = Start-SandboxServer
    $types = (Get-Command -Module TrainingApis).OutputType.Type | Where-Object { $_.FullName -like 'TrainingApis.*' -and $_.GetConstructor([type]::EmptyTypes) } | Sort-Object FullName -Unique
    $quiet = @{ Confirm = $false; ErrorVariable = 'failed'; ErrorAction = 'SilentlyContinue' }

    # An object of the type with a value for every name that the command can bind, and the same after a job.
    function New-OwnObject($Type, $Command) {
        $object = [psobject] $Type::new()
        if ($Type -eq [TrainingApis.Conferences.Registration]) { $object.Client = [TrainingApis.Conferences.RegistrationClient]@{ Id = 'OtherClientId' } }
        foreach ($parameter in Get-RowParameter $Command) {
            $value = Get-SampleCell $parameter -Other
            foreach ($name in $parameter.Names) {
                $member = $object.PSObject.Properties[$name]
                if (-not $member) { $object.PSObject.Properties.Add([psnoteproperty]::new($name, $value)) }
                elseif ($member.IsSettable) { try { $member.Value = $value } catch { Write-Debug "$name of $Type is something else" } }
            }
        }
        $object
        [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($object))
    }
    # Includes GET requests: a change that first reads its object and does not find it ends there. A registration that
    # continues starts with a search.
    function Get-SentText { Get-RequestLog $server | Where-Object { $_.target -notlike '*/token' -and -not ($_.target -like '*/contacts?email=*' -and $_.status -eq 200) } | ForEach-Object { "$($_.method) $($_.target) $($_.body)" } }
    function Get-IdArgument($Command) {
        $ids = @{}
        foreach ($parameter in Get-RowParameter $Command | Where-Object IsId) { $ids[$parameter.Name] = Get-SampleCell $parameter -Other }
        $ids
    }
    # The arguments that have to be on the command line, besides the IDs.
    function Get-FieldArgument($Command) {
        $fields = @{} + (Get-SampleRow $Command)
        foreach ($parameter in Get-RowParameter $Command | Where-Object IsId) { $fields.Remove($parameter.Name) }
        $fields
    }
}
AfterAll { Stop-SandboxServer $server }

Describe 'The module''s own objects piped into <_.Name>' -ForEach $commands {
    BeforeAll {
        $command = $_
        $switches = Get-SampleSwitch $command
        # A lead is a row to New-CegosRegistration, the only exception: the suite LeadToRegistration tests it.
        $foreign = $types | Where-Object { $command.Name -ne 'New-CegosRegistration' -or $_ -ne [TrainingApis.Cegos.LeadResult] }
        $objects = foreach ($type in $foreign) { New-OwnObject $type $command }
    }
    BeforeEach { Reset-TestApi $server }

    It 'are of many types, and the same members do bind on a row of the user' {
        $types.Count | Should -BeGreaterThan 8
        $objects.Count | Should -Be (2 * $foreign.Count)
        $row, $ids = [ordered]@{}, [ordered]@{}
        # With a source's e-mail the first request is the token request of that contact.
        foreach ($parameter in Get-RowParameter $command | Where-Object Name -NE 'SourceEmail') {
            $row[$parameter.Name] = Get-SampleCell $parameter -Other
            if ($parameter.IsId) { $ids[$parameter.Name] = $row[$parameter.Name] }
        }
        $null = [pscustomobject] $row | & $command.Name @switches @quiet
        $full = Get-SentText
        $full | Should -HaveCount 1
        if ($row.Count -gt $ids.Count -and $full -notlike 'GET *') {
            $fields = Get-FieldArgument $command
            $null = & $command.Name @switches @ids @fields @quiet
            (Get-SentText)[1] | Should -Not -BeExactly $full
        }
    }

    It 'supply IDs and nothing else: the request is the same as for the IDs alone' {
        $fields = Get-FieldArgument $command
        $ids = Get-IdArgument $command
        $null = & $command.Name @switches @ids @fields @quiet
        $expected = Get-SentText
        Clear-RequestLog $server

        foreach ($object in $objects) { $null = $object | & $command.Name @switches @fields @quiet }
        $sent = @(Get-SentText)
        # A property named Id without a noun is the ID of its own object only.
        if ($ids.Count -eq 1 -and $ids.ContainsKey('Id')) { $sent | Should -BeNullOrEmpty }
        elseif ($ids.Count) {
            $sent.Count | Should -Be $objects.Count
            # Compared together; the type is reported if they differ.
            $differ = foreach ($place in 0..($sent.Count - 1)) { if ($sent[$place] -cne $expected) { "$($objects[$place].PSObject.TypeNames[0]): $($sent[$place])" } }
            $differ | Should -BeNullOrEmpty -Because "it should be $expected"
        }
        else { $sent | Select-Object -Unique | Should -BeExactly $expected }
    }

    It 'do not supply a mandatory field: the error says so, and nothing is sent' {
        $fields = Get-FieldArgument $command
        if (-not (Get-RowParameter $command | Where-Object { $_.Mandatory -and -not $_.IsId })) { Set-ItResult -Skipped -Because 'all that it needs are ids' }
        foreach ($missing in Get-RowParameter $command | Where-Object { $_.Mandatory -and -not $_.IsId } | ForEach-Object Name) {
            $rest = @{} + $fields
            $rest.Remove($missing)
            $null = $objects | & $command.Name @switches @rest @quiet
            $failed.Count | Should -Be $objects.Count
            # PowerShell itself refuses a member that is null or not text.
            $failed | Get-ErrorId | Where-Object { $_ -notin 'InvalidArgument', 'InputObjectMissingMandatory', 'ParameterArgumentValidationErrorNullNotAllowed' } | Should -BeNullOrEmpty
            $ours = @($failed | Where-Object { $_.Exception -is [TrainingApis.ApiException] })
            $ours.Count | Should -BeGreaterThan 30
            $ours.Exception.Message | Should -BeExactly @($ours.TargetObject | ForEach-Object {
                    "-$missing is missing: a $($_.PSObject.TypeNames[0].Split('.')[-1]) gives ids only, so it must be on the command line. Nothing was sent." })
        }
        Get-SentChange $server | Should -BeNullOrEmpty
    }

    It 'and rows of the user in one pipeline each follow their own rule' {
        $fields = Get-FieldArgument $command
        $row = [pscustomobject] (Get-SampleRow $command)
        $own = $objects | Where-Object { $_.PSObject.TypeNames[0] -like '*RegistrationResult' }
        $row, $own[0], $row, $own[1], $row | & $command.Name @switches @fields @quiet | Out-Null
        $sent = @(Get-SentText)
        if (Get-RowParameter $command | Where-Object { $_.IsId -and $_.Name -eq 'Id' }) {
            $sent | Should -BeExactly $sent[0], $sent[0], $sent[0]
            return
        }
        $sent.Count | Should -Be 5
        $sent[2], $sent[4] | Should -BeExactly $sent[0], $sent[0]
        $sent[3] | Should -BeExactly $sent[1]
    }
}

Describe 'An object of another command' {
    BeforeEach { Reset-TestCegos $server }

    It 'supplies an ID only under the name of that ID: a deferral''s old number, a lead''s ID and a message do not bind' {
        $deferral = [TrainingApis.Cegos.Deferral]@{ TransactionId = 'T'; OldRegistrationNumber = 'INS-OLD'; Message = 'm' }
        $lead = [TrainingApis.Cegos.LeadResult]@{ Id = 'LEAD-1'; Email = 'x@example.com'; Message = 'm' }
        $deferral, $lead | Remove-CegosRegistration @quiet
        $failed | Get-ErrorId | Should -Be 'InvalidArgument', 'InputObjectMissingMandatory'
        $deferral, $lead | Move-CegosRegistration -SessionId SES002 @quiet
        $failed | Get-ErrorId | Should -Be 'InvalidArgument', 'InputObjectMissingMandatory'
        Get-SentChange $server | Should -BeNullOrEmpty
    }

    It 'supplies no value that the command could not read, live or after a job; a row of the user with that value is refused' {
        Connect-TestConference $server
        Clear-RequestLog $server
        $session = [TrainingApis.Conferences.Session]@{ ConferenceId = '1201'; SessionId = '40002'; StatusRaw = 'opened' }
        $after = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($session))
        $after.Status | Should -Be 'Opened'
        $plain = [pscustomobject]@{ ConferenceId = '1201'; SessionId = '40002'; Status = 'Opened' }
        $null = $session, $plain, $after | New-ConferenceRegistration -ClientId 5001 @quiet
        (Get-SentChange $server).body | Should -BeExactly '{"client":{"id":"5001"}}', '{"client":{"id":"5001"}}'
        $failed | Get-ErrorId | Should -Contain 'ParameterArgumentTransformationError'
        @($failed | Where-Object { $_.TargetObject -eq $plain }).Count | Should -Be 1
    }

    It 'does not affect the next pipeline: the same value on the next command line is refused' {
        Connect-TestConference $server
        $null = [TrainingApis.Cegos.LeadResult]@{ Message = 'perhaps' } | New-ConferenceRegistration -ClientId 5001 @quiet
        $failed | Should -HaveCount 1
        { New-ConferenceRegistration -ConferenceId 1201 -SessionId 40002 -ClientId 5001 -Status perhaps } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,TrainingApis.Cmdlets.Conferences.NewConferenceRegistrationCommand'
    }

    It 'becomes a row of the user after Select-Object' {
        $result = [TrainingApis.Cegos.RegistrationResult]@{ RegistrationNumber = 'INS-1'; Message = 'm' }
        $result | Select-Object RegistrationNumber, @{ n = 'Reason'; e = { $_.Message } } | Remove-CegosRegistration @quiet
        (Get-SentChange $server).body | Should -BeExactly '{"registrationNumber":"INS-1","reason":"m"}'
    }
}
