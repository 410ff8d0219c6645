update contract_state set next_business_date = (select open_day from business_day);
